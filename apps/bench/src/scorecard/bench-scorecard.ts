import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startScript } from '@wayproof/local-stack/processes'
import { scorecardFixture } from '../fixtures/scorecard-fixture.ts'
import { quantile } from '../measuring/figures.ts'
import { peakOf, SERVER_CORE } from '../measuring/process-cost.ts'

export interface ScorecardFigures {
  readonly runs: readonly ScorecardRun[]
  /** Time to recount the largest wave and compare it with its counters. */
  readonly rebuildSeconds: number
}

export interface ScorecardRun {
  readonly answers: number
  /** Time to read the facts of the five goals from the store and judge them: median of 3,000 reads after 2,000. */
  readonly milliseconds: number
  /** The same for the first read, without caches and prepared statements. */
  readonly firstMilliseconds: number
  readonly peakMegabytes: number
}

/** Measures waves of several sizes in turn, each in its own process; returns the medians of `runs` turns. */
export async function benchScorecard(data: string, sizes: readonly number[], runs: number): Promise<ScorecardFigures> {
  for (const answers of sizes) {
    mkdirSync(folderOf(data, answers))
    await scorecardFixture(folderOf(data, answers), answers)
  }
  const read = new Map<number, ScorecardRun[]>(sizes.map((answers) => [answers, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const answers of sizes) read.get(answers)?.push(await readScorecard(folderOf(data, answers), answers))
  }
  const largest = Math.max(...sizes)
  const seconds: number[] = []
  for (let run = 0; run < runs; run += 1) seconds.push(await rebuild(folderOf(data, largest), largest))
  for (const answers of sizes) rmSync(folderOf(data, answers), { recursive: true })
  return {
    runs: [...read].map(([answers, scorecardRuns]) => ({
      answers,
      milliseconds: middle(scorecardRuns.map((scorecardRun) => scorecardRun.milliseconds)),
      firstMilliseconds: middle(scorecardRuns.map((scorecardRun) => scorecardRun.firstMilliseconds)),
      peakMegabytes: middle(scorecardRuns.map((scorecardRun) => scorecardRun.peakMegabytes)),
    })),
    rebuildSeconds: middle(seconds),
  }
}

const folderOf = (data: string, answers: number) => join(data, String(answers))
const middle = (values: readonly number[]) => Number(quantile(values, 0.5).toPrecision(4))

async function readScorecard(folder: string, answers: number): Promise<ScorecardRun> {
  const child = startScript(
    'apps/bench/src/scorecard/scorecard-run.ts',
    { BENCH_DATA: folder },
    join(folder, 'run.log'),
    SERVER_CORE,
  )
  try {
    const [, milliseconds, first, answeredText] = await child.line(
      (line) => /^took (\S+) (\S+) (\d+)$/.exec(line) ?? undefined,
      120_000,
    )
    if (Number(answeredText) !== answers) throw new Error('the scorecard tells of other answers than there are')
    return {
      answers,
      milliseconds: Number(milliseconds),
      firstMilliseconds: Number(first),
      peakMegabytes: peakOf(child.pid),
    }
  } finally {
    await child.stop()
  }
}

async function rebuild(folder: string, answers: number): Promise<number> {
  const child = startScript('apps/bench/src/scorecard/rebuild-run.ts', { BENCH_DATA: folder }, join(folder, 'run.log'))
  try {
    const [, seconds, cellsText, differences] = await child.line(
      (line) => /^took (\S+) (\d+) (\d+)$/.exec(line) ?? undefined,
      300_000,
    )
    if (Number(cellsText) !== answers || Number(differences) !== 0)
      throw new Error('the counters differ from the answers')
    return Number(seconds)
  } finally {
    await child.stop()
  }
}
