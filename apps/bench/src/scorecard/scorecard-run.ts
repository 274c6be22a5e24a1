import { parsePeriod } from '@wayproof/kernel/calendar/period'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { judgeGoal } from '@wayproof/scorecard/goals/judge-goal'
import { publish } from '@wayproof/scorecard/publish/publish'
import { RULES } from '@wayproof/scorecard/rules'
import { benchSettings } from '../config.ts'
import { openFixtureStore } from '../fixtures/fixture-store.ts'
import { MEASURED_PERIOD } from '../fixtures/scorecard-fixture.ts'
import { quantile } from '../measuring/figures.ts'

// Repeatedly reads the facts of all five goals from the store and judges them, as for one view of the dashboard.

const WARM_UP = 2_000
const READS = 3_000
/** A database on a server takes longer: fewer reads are enough, and a busy machine still ends. */
const MOST_SECONDS = 5
const TODAY = '2026-02-02'

const { BENCH_DATA: data, BENCH_DATABASE: databaseUrl } = benchSettings
const { store } = await openFixtureStore({ data, databaseUrl })
const half = parsePeriod(MEASURED_PERIOD)
if (!half) throw new Error('the period of the benchmark has no name')
const read = () => {
  const ports = { facts: store.facts(RULES), rules: RULES }
  return Promise.all(GOALS.map(async (goal) => publish(await judgeGoal(ports, goal, half, TODAY))))
}

const timeReading = async () => {
  const startedAt = performance.now()
  await read()
  return performance.now() - startedAt
}

async function timesOf(reads: number): Promise<readonly number[]> {
  const times: number[] = []
  const end = performance.now() + MOST_SECONDS * 1000
  while (times.length < reads && performance.now() < end) times.push(await timeReading())
  return times
}

const first = await timeReading()
const verdicts = await read()
if (verdicts.some(({ verdict }) => verdict === 'unknown')) throw new Error('a goal could not be judged')
await timesOf(WARM_UP)
const times = await timesOf(READS)
const figures = verdicts.find(({ goal }) => goal === 'customer-satisfaction')?.figures
const answeredCount = figures && 'answered' in figures ? figures.answered : 0
process.stdout.write(`took ${quantile(times, 0.5)} ${first} ${answeredCount}\n`)
process.on('SIGTERM', () => void store.close().then(() => process.exit(0)))
setInterval(() => {}, 1_000)
