import { once } from 'node:events'
import { openAt } from '@wayproof/database/testing/database-at'
import { timing } from '@wayproof/database/testing/timing'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { linkToken } from '@wayproof/survey/links/invitation-link'
import { waveKeyFolder } from '@wayproof/survey/wave-keys/wave-key-folder'
import { surveyStore } from '../../store/survey-store.ts'

// A child process that answers the open wave for one traveler after the other until its parent ends it.
const [url = '', keyFolder = ''] = process.argv.slice(2)
const database = openAt(url)
const keys = keyring(new Uint8Array(32).fill(5))
const ports = {
  store: surveyStore(database, {
    ids: systemIds,
    tokens: systemTokens,
    keyring: keys,
    waveKeys: waveKeyFolder(keyFolder, systemTokens),
  }),
  clock: { now: () => Date.parse('2026-07-02T01:00:00Z') },
  keyring: keys,
  timeZone: 'Asia/Shanghai',
}
const fields = { overall: '4', trust: '5' }
let isWanted = true
void once(process, 'SIGTERM').then(() => {
  isWanted = false
})
for (const { id } of await database.query.all<{ id: string }>('SELECT id FROM invitation ORDER BY id')) {
  if (!isWanted) break
  const token = linkToken(keys, { invitationId: id, generation: 0, locale: 'zh-CN' })
  const answered = await recordAnswer(ports, { token, receipt: newReceipt(systemTokens), locale: 'zh-CN', fields })
  // The traveler was erased in the meantime.
  if (!answered.ok && answered.fault.code === 'link-unknown') continue
  if (!answered.ok) throw new Error(JSON.stringify(answered))
  process.stdout.write('answered\n')
  // Slow enough that it is still at work after the last backup of a slow machine.
  await timing.sleep(20)
}
await database.close()
