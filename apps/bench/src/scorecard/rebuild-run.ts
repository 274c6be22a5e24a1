import { rebuildTallies } from '@wayproof/survey/answers/rebuild-tallies'
import { benchSettings } from '../config.ts'
import { openFixtureStore } from '../fixtures/fixture-store.ts'
import { MEASURED_PERIOD } from '../fixtures/scorecard-fixture.ts'

// Recounts the answers of the wave and compares them with its counters, like `rebuild-tallies`.

const { BENCH_DATA: data, BENCH_DATABASE: databaseUrl } = benchSettings
const { store } = await openFixtureStore({ data, databaseUrl })
const startedAt = performance.now()
const rebuilt = await rebuildTallies({ store: store.survey }, { period: MEASURED_PERIOD })
const seconds = (performance.now() - startedAt) / 1000
if (!rebuilt.ok) throw new Error(rebuilt.fault.code)
process.stdout.write(`took ${seconds} ${rebuilt.value.answers} ${rebuilt.value.differences.length}\n`)
process.on('SIGTERM', () => void store.close().then(() => process.exit(0)))
setInterval(() => {}, 1_000)
