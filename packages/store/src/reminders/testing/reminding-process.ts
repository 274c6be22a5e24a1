import { keyring } from '@wayproof/kernel/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { remindWave } from '@wayproof/survey'
import { openSqlite } from '../../engine/sqlite/sqlite-database.ts'
import { timing } from '../../engine/testing/timing.ts'
import { surveyStore } from '../../survey-store.ts'

// A child process that reminds a wave; the test kills it.
const [file = ''] = process.argv.slice(2)
const database = openSqlite({ file, ...timing })
const keys = keyring(new Uint8Array(32).fill(5))
await remindWave(
  {
    store: surveyStore(database, { ids: systemIds, tokens: systemTokens, keyring: keys }),
    clock: { now: () => Date.parse('2026-07-15T00:00:00Z') },
    timeZone: 'Asia/Shanghai',
  },
  { period: '2026-H1' },
)
await database.close()
