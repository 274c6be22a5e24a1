import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { systemIds } from '@wayproof/kernel/system'
import { reportMarks } from '@wayproof/letters/outbox/mark-reported'
import type { ClaimedLetter } from '@wayproof/letters/outbox/outbox'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { saveDraft } from '@wayproof/survey/answers/save-draft'
import {
  countOf,
  openedWave,
  type SqliteSurvey,
  submit,
  surveyOnSqlite,
  tokens,
} from '@wayproof/survey/testing/survey-world'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { isAnonymous } from '@wayproof/survey/waves/anonymity'
import { remindWave } from '@wayproof/survey/waves/remind-wave'
import { expect, test } from 'vitest'
import { attackAnonymity } from './attack-anonymity.ts'
import { answeredWave, attacked, backup, close, now, period } from './testing/attacked-wave.ts'

test('answers that arrive together share a commit, and the log does not tie them to people', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 120)
  const links = (await tokens(world)).slice(0, 60)
  await Promise.all(links.map((token, n) => submit(world, token, { overall: String((n % 5) + 1) })))
  expect(attacked(world).tiedBy['write-log']).toBeLessThan(20)
})

test('a backup of the open wave ties the answers again', async () => {
  const world = await answeredWave(60, 10)
  const earlier = backup(world)
  await close(world)
  const found = attacked(world, earlier)
  expect(attacked(world).tied).toBe(0)
  expect(found.tiedBy['earlier-copy']).toBeGreaterThan(0)
  expect(isAnonymous(found)).toBe(false)
})

test('two copies of an open wave reveal who answered in between', async () => {
  const world = await answeredWave(60, 10)
  // Empties the log, so that only the difference can tie an answer.
  world.database.connections.writer.pragma('wal_checkpoint(TRUNCATE)')
  const earlier = backup(world)
  await submit(world, (await tokens(world))[20] ?? '', { overall: '4' })
  world.database.connections.writer.pragma('wal_checkpoint(TRUNCATE)')
  expect(attacked(world)).toMatchObject({ tied: 0 })
  expect(attacked(world, earlier).tiedBy['earlier-copy']).toBe(1)
})

test('a group with equal answers reveals the answer of each member', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 40)
  await Promise.all((await tokens(world)).slice(0, 8).map((token) => submit(world, token, { overall: '2' })))
  expect(attacked(world).tiedBy['small-groups']).toBe(8)
})

// Each of these violates a guarantee of the tables or of the file, and one attack must find it.
const breaches: readonly [keyof WaveAnonymity['tiedBy'], string][] = [
  [
    'shared-values',
    'ALTER TABLE answer ADD COLUMN source TEXT; UPDATE answer SET source = (SELECT id FROM invitation LIMIT 1)',
  ],
  ['stored-moments', `ALTER TABLE answer ADD COLUMN at INTEGER; UPDATE answer SET at = ${now - 5000}`],
  ['stored-moments', `ALTER TABLE answer ADD COLUMN day TEXT; UPDATE answer SET day = '2026-07-20'`],
  ['row-order', `CREATE TABLE kept AS SELECT * FROM answer; DROP TABLE answer; ALTER TABLE kept RENAME TO answer`],
  ['row-order', `UPDATE answer SET key = x'0102030405060708' || substr(key, 9)`],
]
test.each(breaches)('%s finds all after: %s', async (attack, breach) => {
  const world = await answeredWave(60, 20)
  await close(world)
  world.database.connections.writer.exec(breach)
  const found = attacked(world)
  expect(found.tiedBy[attack]).toBe(20)
  expect(isAnonymous(found)).toBe(false)
})

test('the attack finds deleted rows that were not overwritten in the freed bytes', async () => {
  const world = await answeredWave(60, 20)
  await close(world)
  const { writer } = world.database.connections
  writer.pragma('secure_delete = OFF')
  writer.exec('CREATE TABLE old AS SELECT * FROM answer; DROP TABLE old')
  expect(await countOf(world, 'answer')).toBe(20)
  expect(attacked(world).tiedBy['freed-bytes']).toBe(20)
})

test('the attack finds respondents in the freed bytes', async () => {
  const world = await answeredWave(60, 20)
  const { writer } = world.database.connections
  writer.exec(`CREATE TABLE old (id TEXT NOT NULL PRIMARY KEY, wave_id TEXT, traveler_id TEXT, cell_id TEXT, generation INT,
    answered INT) WITHOUT ROWID; INSERT INTO old SELECT * FROM invitation`)
  await close(world)
  writer.pragma('secure_delete = OFF')
  writer.exec('DROP TABLE old')
  expect(attacked(world).respondentsKnown).toBe(20)
})

test('people with a draft are known while the wave is open, and not after the close', async () => {
  const world = await answeredWave(60, 20)
  for (const token of (await tokens(world)).slice(30, 37))
    await saveDraft(world.ports, { token, fields: { improve: 'begun' } })
  expect(attacked(world)).toMatchObject({ status: 'open', draftsKnown: 7 })
  await close(world)
  expect(attacked(world)).toMatchObject({ status: 'unlinked', draftsKnown: 0, respondentsKnown: 0 })
})

test('drafts of equal size are indistinguishable, and one of another size is found', async () => {
  const world = await answeredWave(60, 20)
  const [one = '', ...others] = (await tokens(world)).slice(30, 36)
  for (const token of others) await saveDraft(world.ports, { token, fields: { improve: 'begun' } })
  await saveDraft(world.ports, { token: one, fields: { improve: '🧭'.repeat(1000) } })
  expect(attacked(world)).toMatchObject({ draftsKnown: 6, tiedBy: { 'stored-sizes': 0 } })
  const { tied } = attacked(world)
  await world.database.write((query) =>
    query.run('UPDATE draft SET sealed = zeroblob(20000) WHERE invitation_id = (SELECT min(invitation_id) FROM draft)'),
  )
  expect(attacked(world)).toMatchObject({ tied, draftsKnown: 6, tiedBy: { 'stored-sizes': 1 } })
})

test('an answer that is stored longer than the others is found', async () => {
  const world = await answeredWave(60, 20)
  await close(world)
  expect(attacked(world)).toMatchObject({ tied: 0, tiedBy: { 'stored-sizes': 0 } })
  await world.database.write((query) =>
    query.run(`UPDATE answer SET "values" = "values" || '1' WHERE key = (SELECT min(key) FROM answer)`),
  )
  expect(attacked(world)).toMatchObject({ tied: 1, tiedBy: { 'stored-sizes': 1 } })
})

test('a draft that was not deleted or not overwritten at the close is found', async () => {
  const world = await answeredWave(60, 20)
  for (const token of (await tokens(world)).slice(30, 33))
    await saveDraft(world.ports, { token, fields: { improve: 'begun' } })
  const { writer } = world.database.connections
  writer.exec(
    'CREATE TABLE old (id TEXT NOT NULL PRIMARY KEY, sealed BLOB) WITHOUT ROWID; INSERT INTO old SELECT * FROM draft',
  )
  await close(world)
  expect(attacked(world).draftsKnown).toBe(3)
  writer.pragma('secure_delete = OFF')
  writer.exec('DROP TABLE old')
  expect(attacked(world)).toMatchObject({ tied: 0, respondentsKnown: 0, draftsKnown: 3 })
  expect(isAnonymous(attacked(world))).toBe(false)
})

/** An unlinked wave of 40 with a reminder to 30; one reminder and one invitation were returned. */
async function remindedWave(): Promise<SqliteSurvey> {
  const world = await answeredWave(40, 10)
  const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
  const send = async () => {
    const at = world.ports.clock.now()
    const claims = await outbox.claim(40, at, at + 60_000)
    for (const claim of claims) await outbox.markSent(claim, '250 ok', at)
    const [{ id, to }] = claims as [ClaimedLetter]
    const letter = { letterId: id, addressMark: world.ports.keyring.mac('address-look-up', to).subarray(0, 2) }
    await reportMarks(world.database, world.ports)({ kind: 'hard', cause: null, letter, detail: '5.1.1' }, at + 60_000)
  }
  await send()
  world.setNow('2026-07-12T01:00:00Z')
  await remindWave(world.ports, { period })
  await send()
  return world
}

test('reminded people are known while the wave is open, and not after the close', async () => {
  const world = await remindedWave()
  const reminded = await countOf(world, `letter WHERE kind = 'survey-reminder'`)
  expect(attacked(world)).toMatchObject({ status: 'open', remindedKnown: reminded })
  await close(world)
  expect(attacked(world)).toMatchObject({ status: 'unlinked', remindedKnown: 0 })
  expect(isAnonymous(attacked(world))).toBe(true)
})

const SENT_LATE = `(SELECT id FROM letter WHERE state = 'bounced' LIMIT 1)`
test.each([
  [
    'a reminder that closing left',
    `INSERT INTO letter SELECT 'left', 'survey-reminder', recipient_kind, recipient_id, locale, data,
       'reminder:' || substr(dedupe_key, 12), wave_id, state, reason, attempts, not_before, lease_until, fence, created_at,
       sent_at FROM letter LIMIT 1`,
  ],
  [
    'an address that bounced, with an invitation that did not',
    `UPDATE suppression SET at = ${now - 5000};
     DELETE FROM delivery WHERE letter_id = ${SENT_LATE} AND outcome = 'bounced';
     UPDATE letter SET state = 'sent' WHERE id = ${SENT_LATE};
     UPDATE suppression SET at = (SELECT unlinked_at FROM wave) WHERE email_key IN
       (SELECT email_key FROM traveler WHERE id IN (SELECT recipient_id FROM letter WHERE state = 'bounced'))`,
  ],
  [
    'the moment at which the letter came back',
    `UPDATE delivery SET at = ${now - 5000} WHERE letter_id = ${SENT_LATE} AND outcome = 'bounced'`,
  ],
  [
    'the moment at which the address was given up',
    `UPDATE suppression SET at = ${now - 5000} WHERE email_key = (SELECT min(email_key) FROM suppression)`,
  ],
])('a reminded person is revealed by %s', async (_, breach) => {
  const world = await remindedWave()
  await close(world)
  world.database.connections.writer.exec(breach)
  expect(attacked(world)).toMatchObject({ tied: 0, respondentsKnown: 0, draftsKnown: 0, remindedKnown: 1 })
  expect(isAnonymous(attacked(world))).toBe(false)
})

test('the attack finds deleted reminders that were not overwritten in the freed bytes', async () => {
  const world = await remindedWave()
  const { writer } = world.database.connections
  writer.exec(`CREATE TABLE old AS SELECT dedupe_key FROM letter WHERE kind = 'survey-reminder'`)
  const reminded = await countOf(world, 'old')
  await close(world)
  writer.pragma('secure_delete = OFF')
  writer.exec('DROP TABLE old')
  expect(attacked(world)).toMatchObject({ tied: 0, respondentsKnown: 0, remindedKnown: reminded })
})

test('a file that is not a database is refused, and nothing is left behind', () => {
  expect(() => attackAnonymity({ file: temporaryFile(), now })).toThrow(
    expect.objectContaining({ code: 'cannot-open' }),
  )
})
