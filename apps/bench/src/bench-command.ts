import { Misused, readArguments, words } from '@wayproof/command-line'
import { type AllFigures, benchAll } from './all/bench-all.ts'
import type { BenchOptions } from './bench-options.ts'
import { benchDashboard, type DashboardFigures } from './dashboard/bench-dashboard.ts'
import { benchExport, type ExportFigures } from './export/bench-export.ts'
import { type BenchDatabases, ENGINES, type Engine } from './fixtures/bench-databases.ts'
import { benchImport } from './import/bench-import.ts'
import { benchSend } from './letters/bench-send.ts'
import type { Figures } from './measuring/figures.ts'
import { benchMixed, type MixedFigures } from './mixed/bench-mixed.ts'
import { benchMove, type MoveFigures } from './move/bench-move.ts'
import { benchPdf, type PdfFigures } from './pdf/bench-pdf.ts'
import { benchPlans, type PlanFigures } from './plans/bench-plans.ts'
import { benchRegisters, type RegistersFigures } from './registers/bench-registers.ts'
import { benchScorecard, type ScorecardFigures } from './scorecard/bench-scorecard.ts'
import { benchSummary, type SummaryFigures } from './summary/bench-summary.ts'
import { benchSurvey } from './survey/bench-survey.ts'

const options = {
  json: { type: 'boolean' },
  engine: { type: 'string', default: 'sqlite' },
  runs: { type: 'string', default: '3' },
  seconds: { type: 'string' },
  rate: { type: 'string' },
  clients: { type: 'string' },
  processes: { type: 'string' },
  size: { type: 'string' },
  signed: { type: 'boolean' },
  answers: { type: 'string' },
  write: { type: 'boolean' },
} as const

interface Bench {
  readonly clients: number
  /** Where the database is a server: its commits take several round trips, which more answers must share. */
  readonly clientsOfServer?: number
  readonly size: number
  readonly measure: (options: BenchOptions) => Promise<Figures>
}

const benches: Readonly<Record<string, Bench>> = {
  open: { clients: 32, size: 1e9, measure: (chosen) => benchSurvey('open', chosen) },
  submit: { clients: 32, size: 100_000, measure: (chosen) => benchSurvey('submit', chosen) },
  import: { clients: 1, size: 1_000_000, measure: benchImport },
  send: { clients: 1, size: 60_000, measure: benchSend },
  cycle: {
    clients: 8,
    clientsOfServer: 64,
    size: 80_000,
    measure: (chosen) => benchSurvey('cycle', chosen),
  },
}

/** Numbers of answers in the waves of the scorecard benchmark. */
const USUAL_WAVES = '1000,1000000,10000000'

/** Number of answers in the wave that is moved. */
const USUAL_MOVE = '1000000'

/** Number of answers behind the dashboard's scorecard. */
const USUAL_DASHBOARD = '1000000'

/** Number of exported or listed rows. */
const USUAL_ROWS = '100000'

/** Number of people who get the executive summary. */
const USUAL_READERS = '1000'

const USUAL_SECONDS = '3'
/** Number of answers behind the plans of statements. */
const USUAL_PLANS = '10000000'
/** Seconds and requests a second of the mixed load. */
const USUAL_MIXED = { seconds: '60', rate: '20' }

export interface BenchResult {
  readonly figures:
    | DashboardFigures
    | ExportFigures
    | Figures
    | MixedFigures
    | MoveFigures
    | PdfFigures
    | PlanFigures
    | RegistersFigures
    | ScorecardFigures
    | SummaryFigures
    | AllFigures
  readonly sentence: string
  /** Whether every compared target and documented figure is met. */
  readonly isMet: boolean
}

export interface BenchCommand {
  readonly measure: (data: string, databases: BenchDatabases) => Promise<BenchResult>
  readonly engine: Engine
  /** Whether the benchmark generates load beside the measured process. */
  readonly needsLoad: boolean
  readonly json: boolean
}

/** Reads the command line. Throws Misused with the usage. */
export function readBenchCommand(args?: string[]): BenchCommand {
  const misused = new Misused(words.bench.usage)
  const { values, positionals } = readArguments(options, words.bench.usage, args)
  const [name = '', ...moreArgs] = positionals
  const { json = false, signed = false, answers, write: shouldWrite = false } = values
  const runs = count(values.runs)
  const engine = engineOf(values.engine, name)
  if (moreArgs.length > 0 || (shouldWrite && name !== 'all')) throw misused
  if (name === 'all') {
    if (signed || values.clients !== undefined) throw misused
    const repeated = (['runs', 'seconds', 'size'] as const).flatMap((option) => {
      const value = values[option]
      return value === undefined ? [] : [`--${option}`, String(count(value))]
    })
    const sizes = ['--runs', String(runs), ...(answers === undefined ? [] : ['--answers', answers])]
    const measure = async () => {
      const figures = await benchAll(repeated, sizes, shouldWrite, (line) => process.stderr.write(`${line}\n`))
      return { figures, sentence: words.bench.all(figures), isMet: figures.faults.length === 0 }
    }
    return { measure, engine, needsLoad: false, json }
  }
  if (name === 'scorecard') {
    const sizes = (answers ?? USUAL_WAVES).split(',').map(count)
    if (new Set(sizes).size < sizes.length) throw misused
    const measure = async (data: string, databases: BenchDatabases) => {
      const figures = await benchScorecard(data, databases, sizes, runs)
      return { figures, sentence: words.bench.scorecard(figures), isMet: true }
    }
    return { measure, engine, needsLoad: false, json }
  }
  if (name === 'pdf') {
    const measure = async (data: string) => {
      const figures = await benchPdf(data, runs)
      return { figures, sentence: words.bench.pdf(figures), isMet: true }
    }
    return { measure, engine, needsLoad: false, json }
  }
  if (name === 'dashboard') {
    const size = count(answers ?? USUAL_DASHBOARD)
    const measure = async (data: string, databases: BenchDatabases) => {
      const figures = await benchDashboard(data, databases, size, runs)
      return { figures, sentence: words.bench.dashboard(figures), isMet: true }
    }
    return { measure, engine, needsLoad: true, json }
  }
  if (name === 'summary') {
    const readers = count(values.size ?? USUAL_READERS)
    const measure = async (data: string, databases: BenchDatabases) => {
      const figures = await benchSummary(data, databases, readers, runs)
      return { figures, sentence: words.bench.summary(figures), isMet: true }
    }
    return { measure, engine, needsLoad: false, json }
  }
  if (name === 'export') {
    const size = count(answers ?? USUAL_ROWS)
    const measure = async (data: string, databases: BenchDatabases) => {
      const figures = await benchExport(data, databases, size, runs)
      return { figures, sentence: words.bench.export(figures), isMet: true }
    }
    return { measure, engine, needsLoad: false, json }
  }
  if (name === 'registers') {
    const size = count(answers ?? USUAL_ROWS)
    const measure = async (data: string, databases: BenchDatabases) => {
      const figures = await benchRegisters(data, databases, size, runs)
      return { figures, sentence: words.bench.registers(figures), isMet: true }
    }
    return { measure, engine, needsLoad: true, json }
  }
  if (name === 'move') {
    const size = count(answers ?? USUAL_MOVE)
    const measure = async (data: string) => {
      const figures = await benchMove(data, size)
      return { figures, sentence: words.bench.move(figures), isMet: figures.digestsEqual }
    }
    return { measure, engine, needsLoad: false, json }
  }
  if (name === 'plans') {
    const size = count(answers ?? USUAL_PLANS)
    const measure = async (data: string) => {
      const figures = await benchPlans(data, size)
      return { figures, sentence: words.bench.plans(figures), isMet: true }
    }
    return { measure, engine, needsLoad: false, json }
  }
  if (name === 'mixed') {
    const seconds = count(values.seconds ?? USUAL_MIXED.seconds)
    const rate = count(values.rate ?? USUAL_MIXED.rate)
    const measure = async (data: string, databases: BenchDatabases) => {
      const figures = await benchMixed(data, databases, { seconds, rate })
      return { figures, sentence: words.bench.mixed(figures), isMet: figures.errors === 0 }
    }
    return { measure, engine, needsLoad: false, json }
  }
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
  const isSurvey = name === 'open' || name === 'submit' || name === 'cycle'
  if ((values.processes !== undefined && !isSurvey) || values.rate !== undefined) throw misused
  if (!bench || answers !== undefined || (signed && bench !== benches.send)) throw misused
  const usualClients = engine === 'sqlite' ? bench.clients : (bench.clientsOfServer ?? bench.clients)
  const benchOptions: Omit<BenchOptions, 'data' | 'databases'> = {
    runs,
    milliseconds: count(values.seconds ?? USUAL_SECONDS) * 1000,
    clients: values.clients === undefined ? usualClients : count(values.clients),
    size: values.size === undefined ? bench.size : count(values.size),
    processes: count(values.processes ?? '1'),
    isSigned: signed,
  }
  const measure = async (data: string, databases: BenchDatabases) => {
    const figures = await bench.measure({ ...benchOptions, data, databases })
    return { figures, sentence: words.bench.figures(figures), isMet: true }
  }
  // An import generates no load: its process may use every core, and would inherit the restriction to one.
  return { measure, engine, needsLoad: bench !== benches.import, json }

  function count(text: string): number {
    if (!/^[1-9]\d{0,8}$/.test(text)) throw misused
    return Number(text)
  }
}

/** Benchmarks that choose the engine themselves, or use none. */
const WITHOUT_ENGINE: ReadonlySet<string> = new Set(['all', 'move', 'pdf', 'plans'])

function engineOf(text: string, bench: string): Engine {
  const engine = ENGINES.find((known) => known === text)
  if (!engine) throw new Misused(words.bench.unknownEngine(text, ENGINES.join(', ')))
  if (engine !== 'sqlite' && WITHOUT_ENGINE.has(bench)) throw new Misused(words.bench.withoutEngine(bench))
  return engine
}
