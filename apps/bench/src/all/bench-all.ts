import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Figures } from '../measuring/figures.ts'
import type { ScorecardFigures } from '../scorecard/bench-scorecard.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const page = `${root}docs/benchmarks.md`

/** A benchmark that misses its target or documented figure. */
export interface BenchFault {
  readonly name: string
  readonly fault: LineFault | 'too-slow' | 'grows-with-answers'
  readonly measured: number
  /** The missed target or documented figure. */
  readonly wanted: number
}

export interface AllFigures {
  readonly lines: readonly Figures[]
  readonly scorecard: ScorecardFigures
  readonly faults: readonly BenchFault[]
}

/**
 * Runs every benchmark in the table of `docs/benchmarks.md`, one after the other, and compares it with its target and
 * the documented figure; `moreArgs` are options for each. `shouldWrite` puts today's figures into the table.
 */
export async function benchAll(
  moreArgs: readonly string[],
  scorecardMore: readonly string[],
  shouldWrite: boolean,
  progress: (name: string) => void,
): Promise<AllFigures> {
  const text = readFileSync(page, 'utf8')
  const documentedRates = documentedFigures(text)
  const measuredLines: MeasuredLine[] = []
  for (const line of LINES) {
    progress(line.name)
    measuredLines.push({ line, figures: await run<Figures>([...line.args, ...moreArgs]) })
  }
  progress('scorecard')
  const scorecard = await run<ScorecardFigures>(['scorecard', ...scorecardMore])
  if (shouldWrite) {
    const commit = execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
    writeFileSync(page, withTable(text, figuresTable(measuredLines, scorecard, commit)))
  }
  return {
    lines: measuredLines.map(({ line, figures }) => ({ ...figures, name: line.name })),
    scorecard,
    faults: [
      ...measuredLines.flatMap((measuredLine) =>
        faultOf(measuredLine, documentedRates.get(measuredLine.line.name) ?? null),
      ),
      ...scorecardFaults(scorecard),
    ],
  }
}

function faultOf(
  { line: { name, target }, figures }: MeasuredLine,
  documentedRate: number | null,
): readonly BenchFault[] {
  const fault = lineFault(figures.perSecond, target, documentedRate)
  if (fault === null) return []
  const requiredRate = (fault === 'below-target' ? target : documentedRate) ?? 0
  return [{ name, fault, measured: figures.perSecond, wanted: requiredRate }]
}

function scorecardFaults({ runs }: ScorecardFigures): readonly BenchFault[] {
  const milliseconds = runs.toSorted((a, b) => a.answers - b.answers).map((run) => run.milliseconds)
  const fault = scorecardFault(milliseconds)
  if (fault === null) return []
  const [smallest = 0, largest = 0] = [milliseconds.at(0), milliseconds.at(-1)]
  return [
    fault === 'too-slow'
      ? { name: 'scorecard', fault, measured: Math.max(...milliseconds), wanted: SCORECARD_MILLISECONDS }
      : { name: 'scorecard', fault, measured: largest, wanted: smallest * SCORECARD_GROWTH },
  ]
}

/** Each runs in its own process: one that generates load is bound to one core, and an import must not be. */
async function run<Result>(args: readonly string[]): Promise<Result> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/bench/src/bench.ts', ...args, '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`bench ${args.join(' ')} ended with ${code}`)
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')
}

const BEGIN = '<!-- written by `pnpm bench all --write` -->'
const END = '<!-- end of what `pnpm bench all --write` writes -->'

interface MeasuredLine {
  readonly line: BenchLine
  readonly figures: Figures
}

const number = (value: number, decimals = 0) => value.toLocaleString('en', { maximumFractionDigits: decimals })

/** A table in Markdown, its columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? []
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [head, ...body] = rows.map(line)
  return [head ?? '', line(widths.map((width) => '-'.repeat(width))), ...body]
}

/** The tables of `docs/benchmarks.md` in Markdown; `commit` is the measured commit. */
export function figuresTable(lines: readonly MeasuredLine[], scorecard: ScorecardFigures, commit: string): string {
  const head = ['bench', 'per second', 'limit per second', 'ratio', 'p99 ms', 'CPU µs', 'peak MB', 'target', 'reached']
  const rows = lines.map(({ line: { name, target }, figures: f }) => [
    name,
    number(f.perSecond),
    number(f.limitPerSecond),
    number(f.ratioToLimit, 2),
    number(f.p99Milliseconds, 1),
    number(f.cpuMicroseconds),
    number(f.peakMegabytes),
    target === null ? 'none' : number(target),
    target === null ? '' : f.perSecond >= target ? 'yes' : 'no',
  ])
  const goals = ['responses', 'five goals, ms', 'the first time, ms', 'peak MB']
  const runs = scorecard.runs.map((run) => [
    number(run.answers),
    number(run.milliseconds, 2),
    number(run.firstMilliseconds),
    number(run.peakMegabytes),
  ])
  return [
    BEGIN,
    `Measured at commit ${commit}.`,
    '',
    ...table([head, ...rows]),
    '',
    ...table([goals, ...runs]),
    '',
    `Target of the scorecard: at most ${SCORECARD_MILLISECONDS} ms, and the largest wave at most ${SCORECARD_GROWTH} times the smallest.`,
    `Recounting the largest wave took ${number(scorecard.rebuildSeconds, 1)} s.`,
    END,
  ].join('\n')
}

/** Replaces the tables of `page` by `table`. Throws if the page has no place for them. */
export function withTable(page: string, table: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error('the page has no place for the figures')
  return page.slice(0, begin) + table + page.slice(end + END.length)
}

/** The documented operations per second, by benchmark. */
export function documentedFigures(page: string): ReadonlyMap<string, number> {
  const table = page.slice(page.indexOf(BEGIN), page.indexOf(END))
  return new Map(
    [...table.matchAll(/^\| ([a-z]+) +\| ([\d,.]+) /gm)].map(([, name = '', figure = '']) => [
      name,
      Number(figure.replaceAll(',', '')),
    ]),
  )
}

/** One row in the table of figures: a `bench` command and its target. */
interface BenchLine {
  readonly name: string
  readonly args: readonly string[]
  /** Operations per second; null without a target. */
  readonly target: number | null
}

export const LINES: readonly BenchLine[] = [
  { name: 'open', args: ['open'], target: 25_000 },
  { name: 'submit', args: ['submit'], target: null },
  { name: 'cycle', args: ['cycle'], target: 4_800 },
  { name: 'send', args: ['send'], target: 4_000 },
  { name: 'signed', args: ['send', '--signed'], target: 1_200 },
  { name: 'import', args: ['import'], target: 90_000 },
]

/** Milliseconds for the five goals, for waves of every size. */
const SCORECARD_MILLISECONDS = 0.6
/** Maximum ratio between the largest and the smallest wave. */
const SCORECARD_GROWTH = 1.3

/** A documented figure is missed if today's is slower by more than this share; a shared machine varies by a third. */
const TOLERANCE = 1 / 3

type LineFault = 'below-target' | 'slower-than-documented'

/** Returns the fault of a row with a new figure; `documented` is null if the table has none. */
export function lineFault(perSecond: number, target: number | null, documentedRate: number | null): LineFault | null {
  if (target !== null && perSecond < target) return 'below-target'
  if (documentedRate !== null && perSecond < documentedRate * (1 - TOLERANCE)) return 'slower-than-documented'
  return null
}

/** Returns the fault of the scorecard's times, by size of the wave, smallest first. */
export function scorecardFault(milliseconds: readonly number[]): 'too-slow' | 'grows-with-answers' | null {
  if (milliseconds.some((time) => time > SCORECARD_MILLISECONDS)) return 'too-slow'
  const [smallest = 0, largest = 0] = [milliseconds.at(0), milliseconds.at(-1)]
  return largest > smallest * SCORECARD_GROWTH ? 'grows-with-answers' : null
}
