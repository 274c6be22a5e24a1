import { keyring } from '@wayproof/kernel/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { remindWave } from '@wayproof/survey'
import { surveyStore } from '../../survey-store.ts'
import { openAt } from '../../testing/database-at.ts'
import { withLongPauses } from '../../testing/long-pauses.ts'

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
