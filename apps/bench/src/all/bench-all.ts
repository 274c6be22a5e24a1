import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Figures } from '../measuring/figures.ts'
import type { ScorecardFigures } from '../scorecard/bench-scorecard.ts'
import { documentedFigures, figuresTable, type MeasuredLine, withTable } from './figures-table.ts'
import { LINES, type LineFault, lineFault, SCORECARD_GROWTH, SCORECARD_MILLISECONDS, scorecardFault } from './lines.ts'

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
