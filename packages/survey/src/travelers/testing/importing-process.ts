import { openAt } from '@wayproof/database/testing/database-at'
import { timing } from '@wayproof/database/testing/timing'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { surveyStore } from '@wayproof/operations/store/survey-store'
import { travelerRows } from '../../testing/survey-world.ts'
import { importTravelers } from '../import-travelers.ts'
import { travelerTable } from '../traveler-table.ts'

// A child process that imports a file, and reports when it has read half and all of it; the test kills it. With `holds`
// it reads no more than half.
const [url = '', rows = '0', holds = ''] = process.argv.slice(2)
const database = openAt(url)
const keys = keyring(new Uint8Array(32).fill(5))
const store = surveyStore(database, { ids: systemIds, tokens: systemTokens, keyring: keys })

async function* table() {
  const pieces = travelerTable(travelerRows(Number(rows)), 'd')
  for (const [i, piece] of pieces.entries()) {
    if (i === Math.floor(pieces.length / 2)) {
      process.stdout.write('half\n')
      if (holds) await timing.sleep(600_000)
    }
    if (piece.kind === 'end') process.stdout.write('all\n')
    yield piece
  }
}

await importTravelers(
  { store, clock: { now: () => Date.parse('2026-07-02T01:00:00Z') }, ids: systemIds, timeZone: 'Asia/Shanghai' },
  { table: table(), fileName: 'travelers.csv', by: 'officer', dryRun: false },
)
process.stdout.write('taken\n')
await database.close()
