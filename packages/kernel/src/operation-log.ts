import { type DestinationStream, pino } from 'pino'
import type { Clock } from './clock.ts'

/** A log entry of codes, ids and counts. It must not hold a token, an address, an answer or a person's input. */
export type LogEntry = Readonly<Record<string, unknown>> & { readonly level?: 'info' | 'warn' | 'error' }

/** Writes one line. An entry with an `error` has the level "error" unless it names another one. */
export type Log = (entry: LogEntry) => void

/** Error texts of libraries may quote a whole request, so they are cut at this length. */
const LONGEST_TEXT = 200
const LONGEST_STACK = 4_000

/**
 * Creates the log of an app: one JSON object a line, `{"level", "time", "app", …}`, written to `out` (default: standard
 * error). Without a `clock` each line has `"time":null`, because a time beside a traveler's action could link an answer
 * to a person (docs/decisions/010).
 */
export function operationLog(app: string, clock: Clock | null, destination: DestinationStream = standardError()): Log {
  const logger = pino(
    {
      base: clock ? { app } : { app, time: null },
      timestamp: clock ? () => `,"time":"${new Date(clock.now()).toISOString()}"` : false,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
  return ({ level, ...entry }) => logger[level ?? ('error' in entry ? 'error' : 'info')](shortened(entry))
}

const standardError = () => pino.destination({ dest: 2, sync: true })

function shortened(entry: LogEntry): LogEntry {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, short(value, key === 'stack' ? LONGEST_STACK : LONGEST_TEXT)]),
  )
}

function short(value: unknown, longest: number): unknown {
  if (value instanceof Error) return short(value.message, longest)
  return typeof value === 'string' && value.length > longest ? `${value.slice(0, longest)}…` : value
}
