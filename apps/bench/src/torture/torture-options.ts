import { Misused, readArguments, words } from '@wayproof/command-line'

/** Target, intensity and data folder of a torture run. */
export interface TortureOptions {
  readonly what: 'letters' | 'answers'
  readonly recipients: number
  readonly kills: number
  readonly seed: string
  /** Whether the mail server refuses some letters and drops some connections. */
  readonly sink: 'rough' | 'clean'
  /** Lease of a scheduler's letters in seconds; a killed scheduler's letters wait that long. */
  readonly lease: number
  readonly json: boolean
  /** A folder for the data, which then stays; undefined: the data is removed. */
  readonly data: string | undefined
}

const options = {
  recipients: { type: 'string' },
  kills: { type: 'string' },
  seed: { type: 'string' },
  sink: { type: 'string' },
  lease: { type: 'string' },
  json: { type: 'boolean' },
  data: { type: 'string' },
  help: { type: 'boolean' },
} as const

const MOST_RECIPIENTS = 20_000
const MOST_KILLS = 100
const LONGEST_LEASE = 3600

/** Reads the command line; null if it only asks for help. Throws Misused with the usage. */
export function tortureOptions(args?: string[]): TortureOptions | null {
  const { usage, faults } = words.torture
  const { values, positionals } = readArguments(options, usage, args)
  if (values.help) return null
  const misused = (sentence: string): never => {
    throw new Misused(`${sentence}\n${usage}`)
  }
  const [what, more] = positionals
  if (what !== 'letters' && what !== 'answers') return misused(faults.what)
  if (more !== undefined) return misused(words.faults.unknownOption(more))
  const strange = what === 'answers' && (['sink', 'lease'] as const).find((name) => values[name] !== undefined)
  if (strange) return misused(words.faults.unknownOption(`--${strange}`))

  const count = (name: 'recipients' | 'kills' | 'lease', usual: number, least: number, most: number): number => {
    const text = values[name] ?? String(usual)
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    return number >= least && number <= most ? number : misused(faults.count(`--${name}`, least, most))
  }
  const recipients = count('recipients', 3000, 1, MOST_RECIPIENTS)
  const kills = count('kills', 20, 0, MOST_KILLS)
  const lease = count('lease', 60, 1, LONGEST_LEASE)
  const seed = values.seed ?? '1'
  if (!/^[\w-]{1,40}$/.test(seed)) return misused(words.faults.badSeed)
  const sink = values.sink ?? 'rough'
  if (sink !== 'rough' && sink !== 'clean') return misused(faults.sink)
  return { what, recipients, kills, seed, sink, lease, json: values.json ?? false, data: values.data }
}
