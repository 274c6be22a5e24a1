import { openAt } from '@wayproof/database/testing/database-at'
import { withLongPauses } from '@wayproof/database/testing/long-pauses'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { surveyStore } from '@wayproof/operations/store/survey-store'
import { remindWave } from '../../waves/remind-wave.ts'

// A child process that reminds a wave; the test kills it during the first pause.
const [url = ''] = process.argv.slice(2)
const database = withLongPauses(openAt(url), 10_000)
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
