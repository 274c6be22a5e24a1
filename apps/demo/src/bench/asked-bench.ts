import { Misused, readArguments, words } from '../command-line.ts'
import { benchImport } from './bench-import.ts'
import type { BenchOptions } from './bench-options.ts'
import { benchSend } from './bench-send.ts'
import { benchSurvey } from './bench-survey.ts'
import type { Figures } from './figures.ts'

const options = {
  json: { type: 'boolean' },
  runs: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '3' },
  clients: { type: 'string' },
  size: { type: 'string' },
  signed: { type: 'boolean' },
} as const

/** A benchmark, and how much of it is usual. */
interface Bench {
  readonly clients: number
  readonly size: number
  readonly measure: (options: BenchOptions) => Promise<Figures>
}

const benches: Readonly<Record<string, Bench>> = {
  open: { clients: 32, size: 1e9, measure: (how) => benchSurvey('open', how) },
  submit: { clients: 32, size: 100_000, measure: (how) => benchSurvey('submit', how) },
  import: { clients: 1, size: 1_000_000, measure: benchImport },
  send: { clients: 1, size: 20_000, measure: benchSend },
  cycle: { clients: 8, size: 80_000, measure: (how) => benchSurvey('cycle', how) },
}

/** What the command line asks for. */
export interface AskedBench {
  readonly measure: (data: string) => Promise<Figures>
  /** Whether a load runs beside what is measured. */
  readonly loaded: boolean
  readonly json: boolean
}

/** Reads the command line. Throws Misused with the usage. */
export function askedBench(args?: string[]): AskedBench {
  const misused = new Misused(words.bench.usage)
  const { values, positionals } = readArguments(options, words.bench.usage, args)
  const bench = Object.hasOwn(benches, positionals[0] ?? '') ? benches[positionals[0] ?? ''] : undefined
  const signed = values.signed ?? false
  if (!bench || positionals.length > 1 || (signed && bench !== benches.send)) throw misused
  const count = (text: string | undefined, usual: number) => {
    if (text === undefined) return usual
    if (!/^[1-9]\d{0,8}$/.test(text)) throw misused
    return Number(text)
  }
  const how: Omit<BenchOptions, 'data'> = {
    runs: count(values.runs, 3),
    milliseconds: count(values.seconds, 3) * 1000,
    clients: count(values.clients, bench.clients),
    size: count(values.size, bench.size),
    signed,
  }
  // An import makes no load: its process may use every core, and would inherit that it may not.
  const loaded = bench !== benches.import
  return { measure: (data) => bench.measure({ ...how, data }), loaded, json: values.json ?? false }
}
