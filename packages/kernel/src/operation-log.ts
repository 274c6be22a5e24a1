import { type DestinationStream, pino } from 'pino'
import type { Clock } from './clock.ts'

/** What happened, as codes, ids and counts: no token, address, answer or input of a person. */
export type LogEntry = Readonly<Record<string, unknown>> & { readonly level?: 'info' | 'warn' | 'error' }

/** Writes one line. An entry with an `error` is an error unless it says its level. */
export type Log = (entry: LogEntry) => void

/** Texts of libraries may quote a whole request. */
const LONGEST_TEXT = 200
const LONGEST_STACK = 4_000

/**
 * The log of an app: one JSON object a line, `{"level", "time", "app", …}`, to `out` (standard error unless given). Without
 * a `clock` its lines say `"time":null`: a time beside what a traveler did could tie an answer to a person
 * (docs/decisions/010).
 */
export function operationLog(app: string, clock: Clock | null, out: DestinationStream = standardError()): Log {
  const logger = pino(
    {
      base: clock ? { app } : { app, time: null },
      timestamp: clock ? () => `,"time":"${new Date(clock.now()).toISOString()}"` : false,
      formatters: { level: (label) => ({ level: label }) },
    },
    out,
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
