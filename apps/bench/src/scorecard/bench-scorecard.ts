import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import type { FixturePlace } from '../fixtures/fixture-store.ts'
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
  /** Time to read the facts of the five goals from the store and judge them: median of 3,000 reads after 2,000, or of as many as fit in 5 s. */
  readonly milliseconds: number
  /** The same for the first read, without caches and prepared statements. */
  readonly firstMilliseconds: number
  readonly peakMegabytes: number
}

/** Measures waves of several sizes in turn, each in its own process; returns the medians of `runs` turns. */
export async function benchScorecard(
  folder: string,
  databases: BenchDatabases,
  sizes: readonly number[],
  runs: number,
): Promise<ScorecardFigures> {
  const places = new Map<number, FixturePlace>()
  for (const answers of sizes) {
    const data = join(folder, String(answers))
    mkdirSync(data)
    const place = { data, databaseUrl: await databases.create(data) }
    await scorecardFixture(place, answers)
    places.set(answers, place)
  }
  const read = new Map<number, ScorecardRun[]>(sizes.map((answers) => [answers, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const [answers, place] of places) read.get(answers)?.push(await readScorecard(place, answers))
  }
  const largest = Math.max(...sizes)
  const seconds: number[] = []
  for (let run = 0; run < runs; run += 1) {
    for (const [answers, place] of places) if (answers === largest) seconds.push(await rebuild(place, answers))
  }
  for (const { data } of places.values()) rmSync(data, { recursive: true })
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

const middle = (values: readonly number[]) => Number(quantile(values, 0.5).toPrecision(4))

async function readScorecard({ data, databaseUrl }: FixturePlace, answers: number): Promise<ScorecardRun> {
  const child = startScript(
    'apps/bench/src/scorecard/scorecard-run.ts',
    { BENCH_DATA: data, BENCH_DATABASE: databaseUrl },
    join(data, 'run.log'),
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

async function rebuild({ data, databaseUrl }: FixturePlace, answers: number): Promise<number> {
  const settings = { BENCH_DATA: data, BENCH_DATABASE: databaseUrl }
  const child = startScript('apps/bench/src/scorecard/rebuild-run.ts', settings, join(data, 'run.log'))
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
