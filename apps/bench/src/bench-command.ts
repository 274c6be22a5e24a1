import { join } from 'node:path'
import { Misused, readArguments, words } from '@wayproof/command-line/command-line'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import { benchAll } from './all/bench-all.ts'
import type { BenchOptions } from './bench-options.ts'
import { benchDashboard } from './dashboard/bench-dashboard.ts'
import { benchExport } from './export/bench-export.ts'
import { type BenchDatabases, ENGINES, type Engine } from './fixtures/bench-databases.ts'
import { benchImport } from './import/bench-import.ts'
import { benchSend } from './letters/bench-send.ts'
import { type Figures, quantile } from './measuring/figures.ts'
import { peakOf } from './measuring/process-cost.ts'
import { benchMixed } from './mixed/bench-mixed.ts'
import { benchMove } from './move/bench-move.ts'
import { benchPlans } from './plans/bench-plans.ts'
import { benchRegisters } from './registers/bench-registers.ts'
import { benchScorecard } from './scorecard/bench-scorecard.ts'
import { benchStart } from './start/bench-start.ts'
import { benchSummary } from './summary/bench-summary.ts'
import { benchSurvey } from './survey/bench-survey.ts'
import { benchTests } from './tests/bench-tests.ts'

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
  all: { type: 'boolean' },
} as const

/** A benchmark of requests, letters or rows, with its usual load. */
interface LoadBench {
  readonly clients: number
  /** Where the database is a server: its commits take several round trips, which more answers must share. */
  readonly clientsOfServer?: number
  readonly size: number
  readonly measure: (options: BenchOptions) => Promise<Figures>
}

const loadBenches: Readonly<Record<string, LoadBench>> = {
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

export interface BenchResult {
  readonly figures: object
  readonly sentence: string
  /** Whether every compared target and documented figure is met. */
  readonly isMet: boolean
}

type Measure = (data: string, databases: BenchDatabases) => Promise<BenchResult>

type Values = ReturnType<typeof readArguments<typeof options>>['values']

/** The other benchmarks: each reads its options with their usual values. Sizes are numbers of answers, rows or readers. */
const benches: Readonly<Record<string, (values: Values, runs: number) => Measure>> = {
  all({ signed = false, clients, answers, write = false, ...values }, runs) {
    if (signed || clients !== undefined) throw misused()
    const repeated = (['runs', 'seconds', 'size'] as const).flatMap((option) => {
      const value = values[option]
      return value === undefined ? [] : [`--${option}`, String(count(value))]
    })
    const sizes = ['--runs', String(runs), ...(answers === undefined ? [] : ['--answers', answers])]
    const say = (line: string) => process.stderr.write(`${line}\n`)
    return () => result(benchAll(repeated, sizes, write, say), words.bench.all, ({ faults }) => faults.length === 0)
  },
  scorecard({ answers = '1000,1000000,10000000' }, runs) {
    const sizes = answers.split(',').map(count)
    if (new Set(sizes).size < sizes.length) throw misused()
    return (data, databases) => result(benchScorecard(data, databases, sizes, runs), words.bench.scorecard)
  },
  pdf: (_, runs) => (data) => result(benchPdf(data, runs), words.bench.pdf),
  dashboard({ answers = '1000000' }, runs) {
    const size = count(answers)
    return (data, databases) => result(benchDashboard(data, databases, size, runs), words.bench.dashboard)
  },
  summary({ size = '1000' }, runs) {
    const readers = count(size)
    return (data, databases) => result(benchSummary(data, databases, readers, runs), words.bench.summary)
  },
  export({ answers = '100000' }, runs) {
    const size = count(answers)
    return (data, databases) => result(benchExport(data, databases, size, runs), words.bench.export)
  },
  start:
    ({ all: isOfAll = false }, runs) =>
    (data, databases) =>
      result(benchStart(data, databases, { runs, isOfAll }), words.bench.start),
  registers({ answers = '100000' }, runs) {
    const size = count(answers)
    return (data, databases) => result(benchRegisters(data, databases, size, runs), words.bench.registers)
  },
  move({ answers = '1000000' }) {
    const size = count(answers)
    return (data) => result(benchMove(data, size), words.bench.move, ({ digestsEqual }) => digestsEqual)
  },
  plans({ answers = '10000000' }) {
    const size = count(answers)
    return (data) => result(benchPlans(data, size), words.bench.plans)
  },
  tests: () => (data) => result(benchTests(join(data, 'report.json')), words.bench.tests, ({ failed }) => failed === 0),
  mixed(values) {
    const load = { seconds: count(values.seconds ?? '60'), rate: count(values.rate ?? '20') }
    return (data, databases) =>
      result(benchMixed(data, databases, load), words.bench.mixed, ({ errors }) => errors === 0)
  },
}

async function result<F extends object>(
  measured: Promise<F>,
  sentenceOf: (figures: F) => string,
  areMet: (figures: F) => boolean = () => true,
): Promise<BenchResult> {
  const figures = await measured
  return { figures, sentence: sentenceOf(figures), isMet: areMet(figures) }
}

export interface BenchCommand {
  readonly measure: Measure
  readonly engine: Engine
  /** Whether the benchmark generates load beside the measured process. */
  readonly needsLoad: boolean
  readonly json: boolean
}

/** An import generates no load: its process may use every core, and would inherit the restriction to one. */
const WITH_LOAD: ReadonlySet<string> = new Set(['open', 'submit', 'send', 'cycle', 'dashboard', 'registers'])

/** Reads the command line. Throws Misused with the usage. */
export function readBenchCommand(args?: string[]): BenchCommand {
  const { values, positionals } = readArguments(options, words.bench.usage, Number.POSITIVE_INFINITY, args)
  const [name = '', ...moreArgs] = positionals
  const runs = count(values.runs)
  const engine = engineOf(values.engine, name)
  if (moreArgs.length > 0 || (values.write && name !== 'all')) throw misused()
  const read = Object.hasOwn(benches, name) ? benches[name] : undefined
  const measure = read ? read(values, runs) : readLoad(name, values, runs, engine)
  return { measure, engine, needsLoad: WITH_LOAD.has(name), json: values.json ?? false }
}

function readLoad(name: string, values: Values, runs: number, engine: Engine): Measure {
  const bench = Object.hasOwn(loadBenches, name) ? loadBenches[name] : undefined
  const { signed = false } = values
  const isSurvey = name === 'open' || name === 'submit' || name === 'cycle'
  if ((values.processes !== undefined && !isSurvey) || values.rate !== undefined) throw misused()
  if (!bench || values.answers !== undefined || (signed && name !== 'send')) throw misused()
  const usualClients = engine === 'sqlite' ? bench.clients : (bench.clientsOfServer ?? bench.clients)
  const chosen = {
    runs,
    milliseconds: count(values.seconds ?? '3') * 1000,
    clients: values.clients === undefined ? usualClients : count(values.clients),
    size: values.size === undefined ? bench.size : count(values.size),
    processes: count(values.processes ?? '1'),
    isSigned: signed,
  }
  return (data, databases) => result(bench.measure({ ...chosen, data, databases }), words.bench.figures)
}

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw misused()
  return Number(text)
}

const misused = () => new Misused(words.bench.usage)

/** Benchmarks that choose the engine themselves, or use none. */
const WITHOUT_ENGINE: ReadonlySet<string> = new Set(['all', 'move', 'pdf', 'plans', 'tests'])

function engineOf(text: string, bench: string): Engine {
  const engine = ENGINES.find((engineName) => engineName === text)
  if (!engine) throw new Misused(words.bench.unknownEngine(text, ENGINES.join(', ')))
  if (engine !== 'sqlite' && WITHOUT_ENGINE.has(bench)) throw new Misused(words.bench.withoutEngine(bench))
  return engine
}

interface PdfFigures {
  readonly name: 'pdf'
  /** Pages of one report. */
  readonly pages: number
  readonly millisecondsPerPage: number
  /** The first report of a process, which loads compiler and font. */
  readonly firstMilliseconds: number
  readonly peakMegabytes: number
}

/** Renders reports with different figures, in a new process for each run; returns the medians of `runs` runs. */
async function benchPdf(data: string, runs: number): Promise<PdfFigures> {
  const measuredReports: PdfFigures[] = []
  for (let run = 0; run < runs; run += 1) measuredReports.push(await setReports(data))
  const middle = (figureOf: (figures: PdfFigures) => number) =>
    Number(quantile(measuredReports.map(figureOf), 0.5).toPrecision(4))
  return {
    name: 'pdf',
    pages: middle(({ pages }) => pages),
    millisecondsPerPage: middle(({ millisecondsPerPage }) => millisecondsPerPage),
    firstMilliseconds: middle(({ firstMilliseconds }) => firstMilliseconds),
    peakMegabytes: middle(({ peakMegabytes }) => peakMegabytes),
  }
}

async function setReports(data: string): Promise<PdfFigures> {
  const child = startScript('apps/bench/src/pdf/pdf-run.ts', {}, join(data, 'run.log'))
  try {
    const [, pages, milliseconds, first] = await child.line(
      (line) => /^took (\S+) (\S+) (\S+)$/.exec(line) ?? undefined,
      120_000,
    )
    return {
      name: 'pdf',
      pages: Number(pages),
      millisecondsPerPage: Number(milliseconds),
      firstMilliseconds: Number(first),
      peakMegabytes: peakOf(child.pid),
    }
  } finally {
    await child.stop()
  }
}
