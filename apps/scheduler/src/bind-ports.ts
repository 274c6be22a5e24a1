import { once } from 'node:events'
import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ComparePage, Comparison } from '@wayproof/evidence/policy-watch/compare-page'
import type { Instant, Stopwatch } from '@wayproof/kernel/clock'
import { clockOffsetFrom } from '@wayproof/kernel/clock-guard/compare-clock'
import { followClock } from '@wayproof/kernel/clock-guard/follow-clock'
import { clockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import { beginsWithin } from '@wayproof/letters/delivery/attempt-letter'
import { domainLimit } from '@wayproof/letters/delivery/domain-limit'
import { rateWindow } from '@wayproof/letters/delivery/rate-window'
import { withinHours } from '@wayproof/letters/delivery/sending-hours'
import { hookSender } from '@wayproof/letters/hook/send-hook'
import { MAX_BYTES } from '@wayproof/letters/mailbox/mailbox-client'
import { publicNetwork } from '@wayproof/letters/network/public-network'
import { provePdf } from '@wayproof/letters/pdf/prove-pdf'
import { openReportPrinter } from '@wayproof/letters/pdf/report-printer'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { recentLanguages } from '@wayproof/messages/added/recent-languages'
import { previewLanguage } from '@wayproof/messages/added/spoken-language'
import { RULES } from '@wayproof/scorecard/rules'
import type { Service } from '@wayproof/service-start/open-service'
import { bounceMailbox } from './bounces/bounce-mailbox.ts'
import {
  type BounceSource,
  BrokenMessage,
  MAX_MESSAGES_PER_READ,
  type MessageHandler,
} from './bounces/bounce-source.ts'
import type { Config } from './config.ts'
import { pageFetcher } from './policy-pages/fetch-page.ts'

const deadline = (milliseconds: number) => AbortSignal.timeout(milliseconds)

/** Binds the dependencies of the scheduler's loops to the open store, the mail server and the bounce sources. */
export async function bindPorts({ config, system, store, keyring, log }: Service<Config>, stopwatch: Stopwatch) {
  const { sleep } = system
  const { mail, sendingHours, webHook, defaultLocale: locale, ...otherSettings } = config
  // Schedulers on several machines agree on leases and dates, however wrong their own clocks are.
  const clock = followClock(system.clock, store.databaseTime)
  await clock.follow()
  const guard = clockGuard({
    clock,
    stopwatch,
    clockOffset: clockOffsetFrom(config.timeUrl, clock),
    trustedClock: store.trustedClock,
  })
  return {
    ...otherSettings,
    ...system,
    clock,
    keyring,
    rules: RULES,
    log,
    store,
    clockGuard: {
      ...guard,
      check: async () => {
        await clock.follow()
        return guard.check()
      },
    },
    transport: mail.kind === 'smtp' ? smtpTransport(mail.url) : outboxFolderTransport(mail.folder),
    render: letterRenderer(),
    languages: recentLanguages(store.languages, clock),
    previewLanguage: previewLanguage(store.languages),
    reportPrinter: openReportPrinter(deadline),
    provePdf: () => provePdf(deadline),
    domains: domainLimit(config.domainConcurrency, sleep),
    rate:
      config.lettersAMinute === null
        ? undefined
        : rateWindow(config.lettersAMinute, {
            places: store.letterRate,
            clock,
            beginsWithin: beginsWithin(config.lease),
          }),
    isSendingHour: sendingHours ? (at: Instant) => withinHours(sendingHours, at, config.timeZone) : undefined,
    webHook: webHook ? { send: hookSender(webHook, publicNetwork, deadline), config: webHook, locale } : undefined,
    fetchPage: pageFetcher(publicNetwork, deadline),
    comparePage: threadComparison(deadline),
    bounceSources: [
      ...(config.bounceFolder === null ? [] : [bounceFolder(config.bounceFolder)]),
      ...(config.bounceMailbox === null ? [] : [bounceMailbox(config.bounceMailbox, { sleep })]),
    ],
  }
}

/** A page built to be slow ends its thread, not the scheduler. Ordinary pages take less than a second. */
const TIMEOUT_MS = 20_000

const MEGABYTES = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/**
 * Compares each page on a separate thread, so that letters and calendar continue. A page that takes longer than 20 s,
 * or more memory than the thread may have, is `too-complex`. `deadline` returns a signal that is aborted after so many
 * milliseconds.
 */
export function threadComparison(deadline: (milliseconds: number) => AbortSignal): ComparePage {
  return async (page, texts) => {
    const thread = new Worker(new URL('./policy-pages/compare-thread.ts', import.meta.url), {
      workerData: { page, texts },
      execArgv: [],
      resourceLimits: MEGABYTES,
    })
    const signal = deadline(TIMEOUT_MS)
    try {
      const [comparison] = await once(thread, 'message', { signal })
      return comparison as Comparison
    } catch (error) {
      if (signal.aborted || isOutOfMemory(error)) return { outcome: 'too-complex', version: null, nearest: null }
      throw error
    } finally {
      await thread.terminate()
    }
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const POLL_INTERVAL_MS = 2000

/** A local folder to which bounces are delivered. */
export const bounceFolder = (folder: string): BounceSource => ({
  kind: 'folder',
  place: folder,
  intervalMs: POLL_INTERVAL_MS,
  maxLookMs: POLL_INTERVAL_MS,
  poll: (handler) => readBounceFolder(folder, handler),
  close: async () => undefined,
})

/**
 * Passes every message of a maildir (`new`, `cur`), or of a plain folder, to `handler` and deletes it, because a bounce quotes
 * the link of its letter. Files must be moved in whole, as maildir does. A broken message is moved into the folder `failed`.
 * A message that cannot be processed now stays, the rest is read, and the first error is thrown at the end.
 *
 * A message being read is in `reading`. One found there crashed its reader: it is read after all others, from `failed`, so
 * that no message crashes a third reader.
 */
async function readBounceFolder(folder: string, handler: MessageHandler): Promise<void> {
  const errors: unknown[] = []
  for (const { path, isRetry } of (await messageFiles(folder)).slice(0, MAX_MESSAGES_PER_READ)) {
    const name = basename(path)
    try {
      const heldPath = await moveInto(folder, isRetry ? 'failed' : 'reading', path)
      try {
        await handler.take(await bytesOf(heldPath), { name, isRetry })
        await rm(heldPath, { force: true })
      } catch (error) {
        if (!(error instanceof BrokenMessage)) {
          await rename(heldPath, path)
          throw error
        }
        if (!isRetry) await moveInto(folder, 'failed', heldPath)
        handler.reject(name)
      }
    } catch (error) {
      // Another scheduler reads the same folder and was first.
      if (!isMissing(error)) errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
const isMissing = (error: unknown) => codeOf(error) === 'ENOENT'

async function bytesOf(path: string): Promise<Uint8Array> {
  if ((await lstat(path)).size > MAX_BYTES) throw new BrokenMessage('too large')
  return readFile(path)
}

async function moveInto(folder: string, part: 'reading' | 'failed', path: string): Promise<string> {
  const movedPath = join(folder, part, basename(path))
  await mkdir(join(folder, part), { recursive: true, mode: 0o700 })
  await rename(path, movedPath)
  return movedPath
}

interface MessageFile {
  readonly path: string
  readonly isRetry: boolean
}

/** A folder with `new` or `cur` is a maildir, in which other files are the mail server's own. */
async function messageFiles(folder: string): Promise<readonly MessageFile[]> {
  const maildir = await Promise.all([filesIn(join(folder, 'new')), filesIn(join(folder, 'cur'))])
  const newFiles = maildir.some((part) => part !== null) ? maildir : [await filesIn(folder)]
  const leftFiles = await filesIn(join(folder, 'reading'))
  const files = (folders: readonly (readonly string[] | null)[], isRetry: boolean) =>
    folders.flatMap((part) => part ?? []).map((path): MessageFile => ({ path, isRetry }))
  return [...files(newFiles, false), ...files([leftFiles], true)]
}

/** Regular files, oldest name first, without links and hidden files. Null if the folder does not exist. */
async function filesIn(folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => join(folder, name))
      .sort()
  } catch (error) {
    // In a plain folder a message may be named `new`.
    if (isMissing(error) || codeOf(error) === 'ENOTDIR') return null
    throw error
  }
}
