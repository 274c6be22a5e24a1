import { importTravelers } from '@wayproof/survey'
import { benchSettings } from '../config.ts'
import { openGround } from './survey-ground.ts'
import { readTravelerFile, tellWhatItTakes } from './traveler-file.ts'

// Takes a traveler file in as the dashboard's server does: read, checked, deduplicated, sealed, stored.

const { ports } = await openGround(benchSettings.BENCH_DATA)

await tellWhatItTakes(async () => {
  const { rows, digest } = await readTravelerFile(benchSettings.STUB_FILE)
  const taken = await importTravelers(ports, { rows, digest, fileName: 'bench.csv', by: 'bench', dryRun: false })
  if (!taken.ok || taken.value.added !== rows.length) throw new Error('rows were not taken in')
})
