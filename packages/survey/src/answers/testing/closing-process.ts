import { openAt } from '@wayproof/database/testing/database-at'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { surveyStore } from '@wayproof/operations/store/survey-store'
import { linkToken } from '../../links/invitation-link.ts'
import { surveyInstances } from '../../wave-keys/survey-instances.ts'
import { waveKeyFolder } from '../../wave-keys/wave-key-folder.ts'
import { closeWave } from '../../waves/close-wave.ts'
import { newReceipt } from '../receipt.ts'
import { recordAnswer } from '../record-answer.ts'

// A child process that answers 100 links, prints a confirmation of each, and closes the wave; the test kills it.
const [url = '', keyFolder = ''] = process.argv.slice(2)
const database = openAt(url)
const keys = keyring(new Uint8Array(32).fill(5))
const waveKeys = waveKeyFolder(keyFolder, systemTokens)
let now = Date.parse('2026-07-02T01:00:00Z')
const ports = {
  store: surveyStore(database, { ids: systemIds, tokens: systemTokens, keyring: keys, waveKeys }),
  clock: { now: () => now },
  tokens: systemTokens,
  keyring: keys,
  timeZone: 'Asia/Shanghai',
}
const rows = await database.query.all<{ id: string }>('SELECT id FROM invitation ORDER BY id LIMIT 100')
await Promise.all(
  rows.map(async ({ id }) => {
    const token = linkToken(keys, { invitationId: id, generation: 0, locale: 'zh-CN' })
    const fields = { overall: '5', improve: `remark ${id}` }
    const saved = await recordAnswer(ports, { token, receipt: newReceipt(systemTokens), locale: 'en', fields })
    if (saved.ok) process.stdout.write('thanks\n')
  }),
)
process.stdout.write('closing\n')
await surveyInstances(database, waveKeys).leave('survey app')
now = Date.parse('2026-08-01T01:00:00Z')
await closeWave(ports, { period: '2026-H1' })
await database.close()
