import { Misused, readArguments, words } from '@wayproof/command-line/command-line'

export interface TortureOptions {
  readonly kind: 'letters' | 'answers' | 'cluster'
  readonly recipients: number
  readonly kills: number
  /** How long a cluster is tortured. */
  readonly seconds: number
  readonly seed: string
  /** Whether the mail server refuses some letters and drops some connections. */
  readonly sink: 'rough' | 'clean'
  /** Lease of a scheduler's letters in seconds; a killed scheduler's letters wait that long. */
  readonly lease: number
  readonly json: boolean
  /** A folder for the data, which then stays; undefined: the data is removed. */
  readonly data: string | undefined
  /** The URL of an empty database; undefined: a SQLite file in the folder. */
  readonly database: string | undefined
}

const options = {
  recipients: { type: 'string' },
  kills: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
  sink: { type: 'string' },
  lease: { type: 'string' },
  json: { type: 'boolean' },
  data: { type: 'string' },
  database: { type: 'string' },
} as const

const MAX_RECIPIENTS = 20_000
const MAX_KILLS = 100
const MIN_SECONDS = 5
const MAX_SECONDS = 3600
const MAX_LEASE_SECONDS = 3600

/** Options that a kind of torture does not have. */
const FOREIGN = {
  letters: ['seconds'],
  answers: ['sink', 'lease', 'seconds'],
  cluster: ['recipients', 'kills', 'sink', 'lease', 'database'],
} as const

/** Reads the command line. Throws Misused with the usage. */
export function tortureOptions(args?: string[]): TortureOptions {
  const { usage, faults } = words.torture
  const { values, positionals } = readArguments(options, usage, Number.POSITIVE_INFINITY, args)
  const misused = (sentence: string): never => {
    throw new Misused(`${sentence}\n${usage}`)
  }
  const [kind, extraArgument] = positionals
  if (kind !== 'letters' && kind !== 'answers' && kind !== 'cluster') return misused(faults.what)
  if (extraArgument !== undefined) return misused(words.faults.unknownOption(extraArgument))
  const foreignOption = FOREIGN[kind].find((name) => values[name] !== undefined)
  if (foreignOption) return misused(words.faults.unknownOption(`--${foreignOption}`))

  const count = (
    name: 'recipients' | 'kills' | 'lease' | 'seconds',
    usual: number,
    minimum: number,
    maximum: number,
  ): number => {
    const text = values[name] ?? String(usual)
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    return number >= minimum && number <= maximum ? number : misused(faults.count(`--${name}`, minimum, maximum))
  }
  const recipients = count('recipients', 3000, 1, MAX_RECIPIENTS)
  const kills = count('kills', 20, 0, MAX_KILLS)
  const seconds = count('seconds', 180, MIN_SECONDS, MAX_SECONDS)
  const lease = count('lease', 60, 1, MAX_LEASE_SECONDS)
  const seed = values.seed ?? '1'
  if (!/^[\w-]{1,40}$/.test(seed)) return misused(words.faults.badSeed)
  const sink = values.sink ?? 'rough'
  if (sink !== 'rough' && sink !== 'clean') return misused(faults.sink)
  const { json = false, data, database } = values
  return { kind, recipients, kills, seconds, seed, sink, lease, json, data, database }
}
