import { connect } from 'node:net'
import { addAbortSignal, Readable } from 'node:stream'
import type { CallLimit } from '@wayproof/accounts/sign-in/call-limit-store'
import type { ScanFile } from '@wayproof/evidence/attachments/ports'
import type { Stopwatch } from '@wayproof/kernel/clock'
import { clockOffsetFrom } from '@wayproof/kernel/clock-guard/compare-clock'
import { clockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import type { Tokens } from '@wayproof/kernel/id'
import { callerAddress } from '@wayproof/kernel/network/caller-address'
import { type NetworkLimit, networkLimit } from '@wayproof/kernel/network/count-networks'
import type { Log } from '@wayproof/kernel/operation-log'
import type { SocketAddress } from '@wayproof/kernel/settings/socket-address'
import { openReportPrinter } from '@wayproof/letters/pdf/report-printer'
import type { Store } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import type { Service } from '@wayproof/service-start/open-service'
import type { Config } from '../config.ts'
import { changeFeed, type Repeat } from './live/change-feed.ts'
import { providerClient } from './provider-sign-in/provider-client.ts'
import { CALLBACK } from './provider-sign-in/provider-route.ts'
import { authentication } from './sign-in/auth.ts'

/** Binds the dependencies of routes and procedures to the open store. `onRefused` counts the forms that a limit refused. */
export async function bindServices(
  { config, system, store, keyring, log }: Service<Config>,
  {
    stopwatch,
    repeat,
    onRefused,
  }: { readonly stopwatch: Stopwatch; readonly repeat: Repeat; readonly onRefused: () => void },
) {
  const { clock, ids, tokens } = system
  const clockOffset = clockOffsetFrom(config.timeUrl, clock)
  const callers = callerAddress(config.trustedProxies)
  const bound = { clock, ids, tokens, keyring, ...config, rules: RULES, log, clockOffset, callerAddress: callers }
  return {
    ...bound,
    store,
    resetLimit: resetLimit({ store, tokens, onRefused }),
    auth: await authentication({ ...bound, store }),
    provider: config.provider && providerClient(config.provider, `${config.reportingUrl}${CALLBACK}`),
    clockGuard: clockGuard({ clock, stopwatch, clockOffset, trustedClock: store.trustedClock }),
    scan:
      config.scannerAddress &&
      clamdScanner(config.scannerAddress, { log, deadline: (milliseconds) => AbortSignal.timeout(milliseconds) }),
    changes: changeFeed({ auditLog: store.auditLog, arrivals: () => store.arrivals(), repeat }),
    reportPrinter: openReportPrinter((milliseconds) => AbortSignal.timeout(milliseconds)),
  }
}

const WITHIN_MS = 15 * 60_000
const MOST_OF_NETWORK = 20

/** Limit over all callers: letters that no one asked for would fill the outbox. */
const IN_ALL: CallLimit = { calls: 200, milliseconds: WITHIN_MS }

/** Beyond these, for networks that have not asked for a link this day. */
const RESERVED: CallLimit = { calls: 100, milliseconds: WITHIN_MS }

interface ResetLimitPorts {
  readonly store: Pick<Store, 'callLimits'>
  readonly tokens: Tokens
  readonly onRefused: () => void
}

/** The limit of requested links for a new password. */
export const resetLimit = ({ store, tokens, onRefused }: ResetLimitPorts): NetworkLimit =>
  networkLimit({
    withinMs: WITHIN_MS,
    mostOfNetwork: MOST_OF_NETWORK,
    tokens,
    countInAll: (now) => store.callLimits.take('reset-all', IN_ALL, now),
    countReserved: (now) => store.callLimits.take('reset-reserved', RESERVED, now),
    onRefused,
  })

/** Limit of one scan, from the connection to the reply. */
const SCAN_MS = 30_000
const CHUNK_BYTES = 256 * 1024
const LONGEST_REPLY = 1_000

interface ScannerOptions {
  readonly log: Log
  /** Aborts after this many milliseconds. */
  readonly deadline: (milliseconds: number) => AbortSignal
}

/** Scans files with clamd, over its command INSTREAM. Every scan has a connection of its own. */
export function clamdScanner(address: SocketAddress, { log, deadline }: ScannerOptions): ScanFile {
  return async (bytes) => {
    try {
      const result = resultOf(await replyTo(bytes, address, deadline(SCAN_MS)))
      if (result === 'infected') log({ level: 'warn', event: 'evidence-infected' })
      if (result === 'unavailable') log({ level: 'error', event: 'scan-failed', error: 'reply' })
      return result
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException
      log({ level: 'error', event: 'scan-failed', error: code ?? name })
      return 'unavailable'
    }
  }
}

async function replyTo(bytes: Uint8Array, address: SocketAddress, signal: AbortSignal): Promise<string> {
  const socket = addAbortSignal(signal, connect(address))
  Readable.from(frames(bytes)).pipe(socket, { end: false })
  let reply = ''
  for await (const piece of socket) {
    reply += String(piece)
    if (reply.includes('\0') || reply.length > LONGEST_REPLY) break
  }
  return reply
}

/** The command, chunks with their length before each, and a length of 0 at the end. */
function* frames(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES)
    yield lengthBytes(chunk.length)
    yield chunk
  }
  yield lengthBytes(0)
}

function lengthBytes(length: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

/** Every reply but these two is an error of the scanner, such as a file over its limit. */
function resultOf(reply: string): Awaited<ReturnType<ScanFile>> {
  if (reply === 'stream: OK\0') return 'clean'
  return /^stream: .+ FOUND\0$/.test(reply) ? 'infected' : 'unavailable'
}
