import { type DestinationStream, pino } from 'pino'
import type { Clock } from './clock.ts'
import { redactor } from './redact.ts'

/**
 * A log entry of codes, ids and counts. It must not hold a token, an address, an answer or a person's input. Errors of
 * libraries and replies of other servers may quote secrets, so the log masks what it recognizes.
 */
export type LogEntry = Readonly<Record<string, unknown>> & { readonly level?: 'info' | 'warn' | 'error' }

/** Writes one line. An entry with an `error` has the level "error" unless it names another one. */
export type Log = (entry: LogEntry) => void

/** Error texts of libraries may quote a whole request, so they are cut at this length. */
const LONGEST_TEXT = 200
const LONGEST_STACK = 4_000
/** A secret that the cut would halve is still recognized whole. */
const BEYOND_CUT = 2_000

interface LogOptions {
  /** Secrets of the settings, which are masked. */
  readonly secrets?: readonly string[]
  readonly destination?: DestinationStream
}

/**
 * Creates the log of an app: one JSON object a line, `{"level", "time", "app", …}`, written to `destination`
 * (default: standard error). Without a `clock` each line has `"time":null`, because a time beside a traveler's action could link an answer
 * to a person (docs/decisions/010).
 */
export function operationLog(
  app: string,
  clock: Clock | null,
  { secrets = [], destination = standardError() }: LogOptions = {},
): Log {
  const redact = redactor(secrets)
  const logger = pino(
    {
      base: clock ? { app } : { app, time: null },
      timestamp: clock ? () => `,"time":"${new Date(clock.now()).toISOString()}"` : false,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
  return ({ level, ...entry }) => logger[level ?? ('error' in entry ? 'error' : 'info')](shortened(entry, redact))
}

const standardError = () => pino.destination({ dest: 2, sync: true })

type Redact = (text: string) => string

function shortened(entry: LogEntry, redact: Redact): LogEntry {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      short(value, key === 'stack' ? LONGEST_STACK : LONGEST_TEXT, redact),
    ]),
  )
}

function short(value: unknown, longest: number, redact: Redact): unknown {
  if (value instanceof Error) return short(value.message, longest, redact)
  if (typeof value === 'string') return cut(redact(value.slice(0, longest + BEYOND_CUT)), longest)
  if (Array.isArray(value)) return value.map((item) => short(item, longest, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, short(inner, longest, redact)]))
}

const cut = (text: string, longest: number) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
