import type { Figures } from '../measuring/figures.ts'
import type { ScorecardFigures } from '../scorecard/bench-scorecard.ts'
import { type BenchLine, SCORECARD_GROWTH, SCORECARD_MILLISECONDS } from './lines.ts'

const BEGIN = '<!-- written by `pnpm bench all --write` -->'
const END = '<!-- end of what `pnpm bench all --write` writes -->'

export interface MeasuredLine {
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
