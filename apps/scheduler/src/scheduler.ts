import { addDays, dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Log } from '@wayproof/kernel/operation-log'
import { NotAMessage } from '@wayproof/letters/bounces/mail-report'
import { processMailReport } from '@wayproof/letters/bounces/process-mail-report'
import { postDeadlines, postQuestions, sendHookMessages } from '@wayproof/letters/hook/tell-hook'
import type { RepeatedWork } from '@wayproof/letters/questions/officer-question'
import type { QuestionStore } from '@wayproof/letters/questions/question-store'
import type { Service } from '@wayproof/oversight/services/service'
import { type BounceSource, BrokenMessage, type MessageHandler, PlaceUnreachable } from './bounces/bounce-source.ts'
import { runCalendar } from './calendar/run-calendar.ts'
import { pauseFailingWaves } from './delivery/pause-failing-waves.ts'
import { runDelivery } from './delivery/run-delivery.ts'
import { failureLog } from './health/failure-log.ts'
import { checkPages } from './policy-pages/check-pages.ts'
import type {
  BouncePorts,
  CheckerPorts,
  DeliveryLoopPorts,
  FailingWork,
  FailureLine,
  HookPorts,
  LookPorts,
  ServicePorts,
  WatcherPorts,
} from './scheduler-ports.ts'
import { untilAborted } from './until-aborted.ts'

const POLL_INTERVAL_MS = 15_000
const PAGES_EVERY_MS = 3000
/** Four attempts before a mail server counts as silent. */
const MAIL_SERVER_EVERY_MS = 120_000
const HOOK_EVERY_MS = 30_000

export type SchedulerPorts = LookPorts &
  DeliveryLoopPorts &
  BouncePorts &
  CheckerPorts &
  ServicePorts &
  HookPorts &
  WatcherPorts & {
    /** Where bounces are read. */
    readonly bounceSources: readonly BounceSource[]
  }

/** Runs all parts of a scheduler in parallel until `signal`; resolves when work in progress is finished. */
export async function runScheduler(ports: SchedulerPorts, signal: AbortSignal): Promise<void> {
  const failures = failureLog(ports)
  const failing = failingWork({ ...ports, questions: ports.store.questions })
  /**
   * Repeats `work` at an interval; while its place cannot be reached, pauses double up to `maxIntervalMs`. False says that it
   * did not run, which proves nothing.
   */
  const repeat = async (
    name: RepeatedWork,
    line: FailureLine,
    intervalMs: number,
    work: () => Promise<unknown>,
    maxIntervalMs = intervalMs,
  ) => {
    for (let pause = intervalMs; !signal.aborted; await untilAborted(ports.sleep(pause), signal)) {
      try {
        if ((await work()) !== false) {
          failures.worked(line)
          await failing.worked(name, true)
        }
        pause = intervalMs
      } catch (error) {
        failures.failed(line, error)
        if (!(error instanceof PlaceUnreachable)) await failing.failed(name, error)
        pause = error instanceof PlaceUnreachable ? Math.min(2 * pause, maxIntervalMs) : intervalMs
      }
    }
  }
  const check = nightlyCheck(ports)
  const others = servicesOf(ports.transport, ports.bounceSources)
  /** Its failures are logged only, because a question is written, and nothing can be written to a damaged database. */
  const watch = async (line: FailureLine, intervalMs: number, work: () => Promise<void>) => {
    for (; !signal.aborted; await untilAborted(ports.sleep(intervalMs), signal))
      await work().then(
        () => failures.worked(line),
        (error) => failures.failed(line, error),
      )
  }
  await Promise.all([
    watch({ event: 'watch-services-failed' }, POLL_INTERVAL_MS, serviceWatch(ports, others)),
    ...(ports.transport.kind === 'smtp'
      ? [watch({ event: 'check-mail-server-failed' }, MAIL_SERVER_EVERY_MS, () => checkMailServer(ports))]
      : []),
    repeat('calendar', { event: 'look-failed' }, POLL_INTERVAL_MS, () => runCalendar({ ...ports, failures, failing })),
    repeat('policy-pages', { event: 'policy-pages-failed' }, PAGES_EVERY_MS, async () =>
      ports.clockGuard.isTrusted() ? checkPages(ports) : false,
    ),
    ...(ports.webHook
      ? [repeat('web-hook', { event: 'web-hook-failed' }, HOOK_EVERY_MS, () => tellWebHook(ports))]
      : []),
    watch({ event: 'database-check-failed' }, POLL_INTERVAL_MS, () => check(signal)),
    ...ports.bounceSources.map((source) => {
      const line = { event: 'mail-reports-failed', source: source.kind }
      return repeat('mail-reports', line, source.intervalMs, () => readSource(ports, source, signal), source.maxLookMs)
    }),
    runDelivery({ ...ports, failing }, signal),
  ])
}

/** Posts and sends what the web hook has to tell. Throws the fault if a message was not accepted. */
export async function tellWebHook({ store, clock, clockGuard, timeZone, urls, webHook }: HookPorts): Promise<void> {
  if (!webHook) return
  await postQuestions({ ...store, clock })
  const isOwn = (await store.sampleData.state(clock.now())) === null
  if (isOwn && clockGuard.isTrusted()) await postDeadlines({ ...store, clock, timeZone })
  const fault = await sendHookMessages({ ...webHook, hook: store.hook, clock, reportingUrl: urls.reporting })
  if (fault !== null) throw new Error(`the web hook did not accept a message: ${fault}`)
}

const HOUR = 2

/**
 * Reads the whole database once a night. It is separate from the calendar, because the calendar writes, and nothing is
 * written to a damaged file. Only this check can find that the file is intact again.
 */
export function nightlyCheck({ store, clock, timeZone, log }: CheckerPorts): (signal: AbortSignal) => Promise<void> {
  const isNight = (day: string) => clock.now() >= momentOn(day, HOUR, timeZone)
  const started = dateAt(clock.now(), timeZone)
  let checkedOn = isNight(started) ? started : addDays(started, -1)
  return async (signal) => {
    const today = dateAt(clock.now(), timeZone)
    if (today === checkedOn || !isNight(today)) return
    checkedOn = today
    const state = await store.integrity.checkWhole(signal)
    log({ event: 'database-checked', state, faults: store.integrity.damage()?.faults ?? [] })
  }
}

type NotedService = Exclude<Service, 'scheduler'>

/** The services that this installation has besides the scheduler: a folder is neither a server nor a mailbox. */
const servicesOf = (
  { kind }: ServicePorts['transport'],
  bounceSources: readonly Pick<BounceSource, 'kind'>[],
): readonly NotedService[] => [
  ...(kind === 'smtp' ? (['mail-server'] as const) : []),
  ...(bounceSources.some((source) => source.kind === 'mailbox') ? (['bounce-mailbox'] as const) : []),
]

/** A longer pause between two calls means that this process was stopped or its clock was set. */
const LONGEST_PAUSE_MS = 120_000

/**
 * Notes that the scheduler runs, and reports services that have been silent for too long. Silence counts from the moment at
 * which this process began or went on, because before it nobody tried to reach them; while the clock is not trusted nothing is
 * reported. Call it every few seconds.
 */
export function serviceWatch(
  { store: { services }, clock, clockGuard }: Omit<ServicePorts, 'transport'>,
  others: readonly NotedService[],
): () => Promise<void> {
  let last: Instant | null = null
  let watchedSince = clock.now()
  return async () => {
    const now = clock.now()
    if (last !== null && (now < last || now - last > LONGEST_PAUSE_MS)) watchedSince = now
    last = now
    await services.keepOnly(['scheduler', ...others])
    await services.noteContact('scheduler', '', now)
    if (clockGuard.isTrusted()) await services.reportSilent(others, watchedSince, now)
  }
}

/** Connects to the mail server, because without letters nothing else does. */
export async function checkMailServer({ store: { services }, transport, clock }: ServicePorts): Promise<void> {
  const error = await transport.check()
  if (error === null) await services.noteContact('mail-server', transport.place, clock.now())
  else await services.noteFailure('mail-server', transport.place, error, clock.now())
}

type SourcePorts = BouncePorts & Pick<ServicePorts, 'store'>

/** Reads a source of bounces, and notes whether its mailbox could be reached. */
export async function readSource(ports: SourcePorts, source: BounceSource, signal: AbortSignal): Promise<void> {
  const { services } = ports.store
  const { kind, place } = source
  try {
    await takeBounces(ports, source, signal)
    if (kind === 'mailbox') await services.noteContact('bounce-mailbox', place, ports.clock.now())
  } catch (error) {
    if (error instanceof PlaceUnreachable)
      await services.noteFailure('bounce-mailbox', place, error.message, ports.clock.now())
    throw error
  }
}

/** Processes the bounces in `source`. */
async function takeBounces(ports: BouncePorts, source: BounceSource, signal: AbortSignal): Promise<void> {
  const { store, clock, keyring, log } = ports
  const counts = { hard: 0, soft: 0, complaint: 0, known: 0, reply: 0, unrelated: 0 }
  const handler: MessageHandler = {
    async take(raw, { name, isRetry }) {
      // Logged before the read, because a second crash would prevent it.
      if (isRetry) log({ event: 'mail-report-read-again', file: name })
      try {
        const report = await processMailReport({ markReported: store.markReported, clock, keyring }, { raw })
        counts[report] += 1
        return report
      } catch (error) {
        throw error instanceof NotAMessage ? new BrokenMessage(error.message) : error
      }
    },
    reject: (file) => log({ event: 'mail-report-unreadable', file }),
  }
  try {
    await source.poll(handler, signal)
  } finally {
    // Messages processed before a fault count, too.
    if (Object.values(counts).some((times) => times > 0)) log({ event: 'mail-reports', ...counts })
    if (counts.hard + counts.complaint > 0) await pauseFailingWaves(ports)
  }
}

/** Work that has failed for this long, and more than a few times, will not recover without help. */
const ASKED_AFTER_MS = 30 * 60_000
const ASKED_AFTER_TRIES = 3
/** Longer than any lease: a crashed job is skipped until its lease ends, which is no success. */
const MAX_LEASE_MS = 65 * 60_000
/** Maximum length of the error text for officers. */
const MAX_TEXT_CHARACTERS = 200

interface Failing {
  readonly since: Instant
  readonly last: Instant
  readonly attempts: number
}

interface FailingWorkPorts {
  readonly questions: Pick<QuestionStore, 'ask' | 'withdraw'>
  readonly clock: Clock
  readonly log: Log
}

/** Asks the officers about work that keeps failing, once; withdraws the question when it works again. */
export function failingWork({ questions, clock, log }: FailingWorkPorts): FailingWork {
  const failingByWork = new Map<RepeatedWork, Failing>()
  /** When this process last saw a success; a question may be open from before. */
  const quietSince = new Map<RepeatedWork, Instant>()
  const settledWork = new Set<RepeatedWork>()

  /** Asking may fail, too, and must not stop the work. */
  const carefully = (work: RepeatedWork, run: () => Promise<unknown>) =>
    run().catch((error: unknown) => log({ event: 'question-failed', work, error: String(error) }))

  return {
    failed: async (work, error) => {
      const now = clock.now()
      const previous = failingByWork.get(work)
      // After the clock was set back, counting starts again.
      const { since, attempts } = previous && now >= previous.last ? previous : { since: now, attempts: 0 }
      failingByWork.set(work, { since, last: now, attempts: attempts + 1 })
      settledWork.delete(work)
      if (now - since < ASKED_AFTER_MS || attempts + 1 < ASKED_AFTER_TRIES) return
      const shortMessage = (error instanceof Error ? error.message : String(error)).slice(0, MAX_TEXT_CHARACTERS)
      const data = { work, since, error: shortMessage }
      await carefully(work, () => questions.ask({ kind: 'keeps-failing', data }, now))
    },
    worked: async (work, isProven) => {
      if (settledWork.has(work)) return
      const now = clock.now()
      const last = failingByWork.get(work)?.last ?? quietSince.get(work) ?? now
      if (!quietSince.has(work)) quietSince.set(work, now)
      if (!isProven && now >= last && now - last < MAX_LEASE_MS) return
      failingByWork.delete(work)
      settledWork.add(work)
      await carefully(work, () => questions.withdraw({ kind: 'keeps-failing', subject: work }, now))
    },
  }
}
