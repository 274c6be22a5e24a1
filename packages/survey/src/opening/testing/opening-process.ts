import { openAt } from '@wayproof/database/testing/database-at'
import { withLongPauses } from '@wayproof/database/testing/long-pauses'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { surveyStore } from '@wayproof/operations/store/survey-store'
import { openWave } from '../open-wave.ts'

// A child process that opens a wave; the test kills it during the first pause.
const [url = ''] = process.argv.slice(2)
const database = withLongPauses(openAt(url), 10_000)
const keys = keyring(new Uint8Array(32).fill(5))
await openWave(
  {
    store: surveyStore(database, { ids: systemIds, tokens: systemTokens, keyring: keys }),
    clock: { now: () => Date.parse('2026-07-01T01:00:00Z') },
    ids: systemIds,
    tokens: systemTokens,
    keyring: keys,
    timeZone: 'Asia/Shanghai',
    rules: { version: '2026-1', minimumForStatus: 100, smallestGroup: 5 },
  },
  { period: '2026-H1', mode: 'census', closesOn: '2026-07-31' },
)
await database.close()
