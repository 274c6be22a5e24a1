import { Misused, readArguments, words } from '../command-line.ts'

/** What is tortured, how hard, and where its data lie. */
export interface TortureOptions {
  readonly what: 'letters' | 'answers'
  readonly recipients: number
  readonly kills: number
  readonly seed: string
  /** Whether the mail server refuses some letters and drops some connections. */
  readonly sink: 'rough' | 'clean'
  readonly json: boolean
  /** A folder to keep the data in; undefined: they are removed. */
  readonly data: string | undefined
}

const options = {
  recipients: { type: 'string' },
  kills: { type: 'string' },
  seed: { type: 'string' },
  sink: { type: 'string' },
  json: { type: 'boolean' },
  data: { type: 'string' },
  help: { type: 'boolean' },
} as const

const MOST_RECIPIENTS = 20_000
const MOST_KILLS = 100

/** Reads the command line; null asks for help only. Throws Misused with the usage below it. */
export function tortureOptions(): TortureOptions | null {
  const { usage, faults } = words.torture
  const { values, positionals } = readArguments(options, usage)
  if (values.help) return null
  const misused = (sentence: string): never => {
    throw new Misused(`${sentence}\n${usage}`)
  }
  const [what, more] = positionals
  if (what !== 'letters' && what !== 'answers') return misused(faults.what)
  if (more !== undefined) return misused(words.faults.unknownOption(more))
  if (what === 'answers' && values.sink !== undefined) return misused(words.faults.unknownOption('--sink'))

  const count = (name: 'recipients' | 'kills', usual: number, least: number, most: number): number => {
    const text = values[name] ?? String(usual)
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    return number >= least && number <= most ? number : misused(faults.count(`--${name}`, least, most))
  }
  const recipients = count('recipients', 3000, 1, MOST_RECIPIENTS)
  const kills = count('kills', 20, 0, MOST_KILLS)
  const seed = values.seed ?? '1'
  if (!/^[\w-]{1,40}$/.test(seed)) return misused(words.faults.badSeed)
  const sink = values.sink ?? 'rough'
  if (sink !== 'rough' && sink !== 'clean') return misused(faults.sink)
  return { what, recipients, kills, seed, sink, json: values.json ?? false, data: values.data }
}
