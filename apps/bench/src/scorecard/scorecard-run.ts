import { parsePeriod } from '@wayproof/kernel'
import { GOALS, judgeGoal, publish, RULES } from '@wayproof/scorecard'
import { benchSettings } from '../config.ts'
import { openFixtureStore } from '../fixtures/fixture-store.ts'
import { MEASURED_PERIOD } from '../fixtures/scorecard-fixture.ts'
import { quantile } from '../measuring/figures.ts'

// Repeatedly reads the facts of all five goals from the store and judges them, as for one view of the dashboard.

const WARM_UP = 2_000
const READS = 3_000
const TODAY = '2026-02-02'

const { store } = await openFixtureStore(benchSettings.BENCH_DATA)
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

const first = await timeReading()
const verdicts = await read()
if (verdicts.some(({ verdict }) => verdict === 'unknown')) throw new Error('a goal could not be judged')
for (let n = 0; n < WARM_UP; n += 1) await read()
const times: number[] = []
for (let n = 0; n < READS; n += 1) times.push(await timeReading())
const figures = verdicts.find(({ goal }) => goal === 'customer-satisfaction')?.figures
const answeredCount = figures && 'answered' in figures ? figures.answered : 0
process.stdout.write(`took ${quantile(times, 0.5)} ${first} ${answeredCount}\n`)
process.on('SIGTERM', () => void store.close().then(() => process.exit(0)))
setInterval(() => {}, 1_000)
