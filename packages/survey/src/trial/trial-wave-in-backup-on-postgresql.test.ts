import { join } from 'node:path'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { fileJournal } from '@wayproof/journal/kept-events/journal'
import { systemIds } from '@wayproof/kernel/system'
import { attackAnonymity } from '@wayproof/operations/anonymity/attack-anonymity'
import { attackPostgresql } from '@wayproof/operations/anonymity/postgresql/attack-postgresql'
import { keysOfCopy } from '@wayproof/operations/backup/keys-of-copy'
import { backedUpServer, backedUpWorld, fileAt } from '@wayproof/operations/backup/testing/backed-up-world'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { unsubscribe } from '../links/unsubscribe-address.ts'
import { unsubscribeToken } from '../links/unsubscribe-link.ts'
import { ADDRESS, newTrial } from './testing/new-trial.ts'
import { trialStore } from './trial-store.ts'

const count = (file: string, from: string) => {
  const connection = new SQLite(file, { readonly: true })
  const n = connection.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get()
  connection.close()
  return n
}

test.each([
  ['a file', backedUpWorld],
  ['a server', backedUpServer],
])(
  'a backup of %s made during a deployment check ties nothing, and its restore continues neither check nor unsubscribe',
  async (_, open) => {
    const world = await open(true)
    const { ports, database, waveKeys } = world
    await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
    const journal = fileJournal(world.journal, ports.keyring)
    const deps = { keyring: ports.keyring, ids: systemIds, waveKeys, encryptsAnswers: true, journal }
    const trials = trialStore(database, deps)
    await trials.begin(newTrial(ports.clock.now()))
    await unsubscribe(ports, { token: unsubscribeToken(ports.keyring, ADDRESS) })
    const during = await world.backup('during.backup')
    await trials.remove(ports.clock.now())
    const after = await world.backup('after.backup')
    for (const backup of [during, after]) {
      const name = backup === during ? 'during' : 'after'
      const file = join(world.folder, name, 'restored.db')
      const restored = await world.restore(backup, { database: fileAt(file) })
      expect(restored).toMatchObject({ ok: true, value: { header: { ties: [] }, closed: [] } })
      for (const table of ['wave', 'letter', 'invitation', 'suppression']) expect(count(file, table)).toBe(0)
    }
  },
)

test.each([
  ['a file', backedUpWorld],
  ['a server', backedUpServer],
])('the attack on the anonymity of %s leaves a deployment check out', async (_, open) => {
  const { ports, database, waveKeys } = await open(true)
  await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  const deps = { keyring: ports.keyring, ids: systemIds, waveKeys, encryptsAnswers: true }
  await trialStore(database, deps).begin(newTrial(ports.clock.now()))
  const now = ports.clock.now()
  const attacked =
    database.engine === 'sqlite'
      ? attackAnonymity({ file: database.file, now })
      : await attackPostgresql(database, { now })
  expect(attacked).toEqual([])
})

test('the key of a deployment check is neither copied nor missed', async () => {
  const { ports, database, waveKeys } = await backedUpWorld(true)
  await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  const deps = { keyring: ports.keyring, ids: systemIds, waveKeys, encryptsAnswers: true }
  const begun = await trialStore(database, deps).begin(newTrial(ports.clock.now()))
  await database.sync()
  expect(keysOfCopy(database.file, waveKeys)).toEqual({ keys: {}, sealed: [], missing: [] })
  waveKeys.destroy(begun.ok ? begun.value.waveId : '')
  expect(keysOfCopy(database.file, waveKeys)).toEqual({ keys: {}, sealed: [], missing: [] })
})
