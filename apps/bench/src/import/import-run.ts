import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { benchSettings } from '../config.ts'
import { openFixtureStore } from '../fixtures/fixture-store.ts'
import { readTravelerFile, reportCost } from './traveler-file.ts'

// Imports a traveler file like the dashboard's server: reads, checks, deduplicates, seals and stores it.

const { BENCH_DATA: data, BENCH_DATABASE: databaseUrl } = benchSettings
const { ports, store } = await openFixtureStore({ data, databaseUrl })

await reportCost(async () => {
  const table = readTravelerFile(benchSettings.STUB_FILE)
  const taken = await importTravelers(ports, { table, fileName: 'bench.csv', by: 'bench', dryRun: false })
  if (!taken.ok) throw new Error(taken.fault.code)
  if (taken.value.added !== taken.value.rows) throw new Error('rows were not taken in')
  if ((await store.survey.registeredTravelers()) !== taken.value.rows) throw new Error('rows are not in the database')
})
await store.close()
