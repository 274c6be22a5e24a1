import { benchImport } from './bench/bench-import.ts'
import type { BenchOptions } from './bench/bench-options.ts'
import { benchScorecard } from './bench/bench-scorecard.ts'
import { benchSend } from './bench/bench-send.ts'
import { benchSurvey } from './bench/bench-survey.ts'
import type { Figures } from './bench/figures.ts'
import { pinLoad } from './bench/process-cost.ts'
import { Misused, readArguments, runCommand, words } from './command-line.ts'
import { workFolder } from './house/work-folder.ts'

// How fast the house is here, beside what is possible here: `pnpm bench NAME [--json] [--runs N] [--seconds N] …`.

const options = {
  json: { type: 'boolean' },
  runs: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '3' },
  clients: { type: 'string' },
  size: { type: 'string' },
  signed: { type: 'boolean' },
  answers: { type: 'string' },
} as const

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

await runCommand(async () => {
  const { values, positionals } = readArguments(options, words.bench.usage)
  if (positionals[0] === 'scorecard' && positionals.length === 1) return scorecard(values)
  const bench = Object.hasOwn(benches, positionals[0] ?? '') ? benches[positionals[0] ?? ''] : undefined
  const signed = values.signed ?? false
  if (!bench || positionals.length > 1 || values.answers !== undefined || (signed && bench !== benches.send))
    throw new Misused(words.bench.usage)
  // An import makes no load: its process may use every core, and would inherit that it may not.
  if (bench !== benches.import) pinLoad()
  const folder = workFolder('bench')
  try {
    const figures = await bench.measure({
      data: folder.path,
      runs: count(values.runs, 3),
      milliseconds: count(values.seconds, 3) * 1000,
      clients: count(values.clients, bench.clients),
      size: count(values.size, bench.size),
      signed,
    })
    if (!values.json) process.stdout.write(`${words.bench.figures(figures)}\n`)
    process.stdout.write(`${JSON.stringify(figures)}\n`)
  } finally {
    folder.remove()
  }
})

function count(text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Misused(words.bench.usage)
  return Number(text)
}

interface ScorecardOptions {
  readonly json?: boolean | undefined
  readonly runs: string
  readonly answers?: string | undefined
}

async function scorecard({ json, runs, answers = '1000,1000000,10000000' }: ScorecardOptions): Promise<void> {
  const sizes = answers.split(',').map((size) => count(size, 0))
  if (new Set(sizes).size < sizes.length) throw new Misused(words.bench.usage)
  const folder = workFolder('bench')
  try {
    const figures = await benchScorecard(folder.path, sizes, count(runs, 3))
    if (!json) process.stdout.write(`${words.bench.scorecard(figures)}\n`)
    process.stdout.write(`${JSON.stringify(figures)}\n`)
  } finally {
    folder.remove()
  }
}
