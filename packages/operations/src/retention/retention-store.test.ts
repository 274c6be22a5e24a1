import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { proofsHold } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { RETENTION_DAYS } from '@wayproof/journal/deletion-proofs/retention-days'
import { systemIds } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { rebuildTallies } from '@wayproof/survey/answers/rebuild-tallies'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import {
  closeAtOnce,
  countOf,
  openedWave,
  openWaveForAll,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
  travelerFile,
  travelerRow,
  travelerRows,
} from '@wayproof/survey/testing/survey-world'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { reminderMoments } from '@wayproof/survey/waves/reminder'
import { expect, test } from 'vitest'
import { PERSONAL_FIELDS } from '../personal-data/personal-fields.ts'
import { DUE_DELETIONS } from './due-deletions.ts'
import { proofReaders } from './proof-readers.ts'
import { type RetentionStore, retentionStore } from './retention-store.ts'

const DAY = 86_400_000
const timeZone = 'Asia/Shanghai'
const at = (iso: string) => Date.parse(iso)

const TABLES = [
  'traveler',
  'invitation',
  'answer',
  'comment',
  'letter',
  'delivery',
  'session',
  'verification',
  'rate_limit',
  'try_count',
  'user_invitation',
  'staff_role',
  'staff_leave',
  'training_completion',
  'exam_attempt',
  'register_change',
  'evidence_attachment',
  'evidence_file',
  'saved_view',
]

const rowsIn = async (world: SurveyWorld): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, await countOf(world, table)])))

interface RetentionWorld extends SurveyWorld {
  readonly retention: RetentionStore
  /** Runs the deletion at a moment and returns the number of deleted rows by table. */
  deleteAt(iso: string | number): Promise<Record<string, number>>
}

async function retentionWorld(): Promise<RetentionWorld> {
  const world = await surveyWorld()
  const retention = retentionStore(world.database, { timeZone })
  const deleteAt = async (iso: string | number) => {
    const before = await rowsIn(world)
    const { rows } = await retention.deleteDue(typeof iso === 'number' ? iso : at(iso))
    const lost = Object.entries(await rowsIn(world)).flatMap(([table, count]) =>
      count === before[table] ? [] : [[table, (before[table] ?? 0) - count] as const],
    )
    // The run of the job shows the number, and that of call counts would tell of requests and reports.
    const told = lost.filter(([table]) => table !== 'try_count')
    expect(rows).toBe(told.reduce((sum, [, count]) => sum + count, 0))
    return Object.fromEntries(lost)
  }
  return { ...world, retention, deleteAt }
}

const sendAll = async ({ database, ports }: SurveyWorld) => {
  const outbox = outboxStore({ database, ids: systemIds, keyring: ports.keyring })
  const now = ports.clock.now()
  for (const letter of await outbox.claim(1_000, now, now + 60_000)) await outbox.markSent(letter, '250', now)
}

/** A wave of ten with four answers, closed at the end of July 2026. */
async function closedWave(): Promise<RetentionWorld> {
  const world = await retentionWorld()
  await openedWave(world, 10)
  await sendAll(world)
  for (const token of (await tokens(world)).slice(0, 4))
    await submit(world, token, { overall: '5', improve: 'a remark' })
  world.setNow('2026-07-31T16:00:00Z')
  await closeAtOnce(world, '2026-H1')
  return world
}

test('every rule with days is carried out, and every number of days in the register belongs to a rule', () => {
  const rules = Object.keys(RETENTION_DAYS).toSorted()
  expect(DUE_DELETIONS.map(({ rule }) => rule).toSorted()).toEqual(rules)
  const named = PERSONAL_FIELDS.flatMap(({ kept }) => ('after' in kept ? [kept.after] : []))
  // One ends the address of a request before the rule of its field does; the other has the same days as other letters.
  const others = ['unconfirmed-address', 'hidden-letter']
  expect([...new Set([...named, ...others])].toSorted()).toEqual(rules)
})

test('a traveler is deleted with all their data a year after the month of the last trip, by the organization’s day', async () => {
  const world = await retentionWorld()
  const rows = [travelerRow(1, { lastTrip: '2026-03' }), travelerRow(2, { lastTrip: '2026-04' })]
  await importTravelers(world.ports, travelerFile(rows))
  expect(await world.deleteAt('2027-03-31T15:59:59Z')).toEqual({})
  expect(await world.deleteAt('2027-03-31T16:00:00Z')).toEqual({ traveler: 1 })
  expect(await countOf(world, `traveler WHERE customer_number = 'C-2'`)).toBe(1)
  expect(await world.deleteAt('2027-04-30T16:00:00Z')).toEqual({ traveler: 1 })
})

test('a traveler in a wave that is not yet unlinked stays, with invitation and letters, however old', async () => {
  const world = await retentionWorld()
  await openedWave(world, 10)
  await sendAll(world)
  await submit(world, (await tokens(world))[0] ?? '', { overall: '5', improve: 'text' })
  await importTravelers(world.ports, travelerFile([travelerRow(90, { lastTrip: '2020-01' })]))
  expect(await world.deleteAt('2036-01-01T00:00:00Z')).toEqual({ traveler: 1 })
  const [wave] = await world.ports.store.waves()
  const then = { at: at('2026-08-01T00:00:00Z'), timeZone: 'Asia/Shanghai', byHand: false }
  await world.ports.store.closeWave(wave?.id ?? '', then.at, reminderMoments(DEFAULT_PROGRAMME, then))
  expect(await world.deleteAt('2036-01-01T00:00:00Z')).toEqual({})
  expect(await countOf(world, 'answer')).toBe(1)
})

test('letters and deliveries are deleted after 13 months at the latest, answers and comments after 24; counts stay', async () => {
  const world = await closedWave()
  const opened = at('2026-07-01T01:00:00Z')
  const closed = at('2026-07-31T16:00:00Z')
  expect(await world.deleteAt(opened + 395 * DAY - 1)).toEqual({
    traveler: 10,
    invitation: 10,
    letter: 10,
    delivery: 10,
  })
  expect(await world.deleteAt(closed + 730 * DAY - 1)).toEqual({})
  const tallies = await countOf(world, 'tally')
  const counted = await world.ports.store.satisfactionCounts('2026-H1')
  expect(await world.deleteAt(closed + 730 * DAY)).toEqual({ answer: 4, comment: 4 })
  expect(await countOf(world, 'tally')).toBe(tallies)
  expect(await world.ports.store.satisfactionCounts('2026-H1')).toEqual(counted)
  expect(await rebuildTallies(world.ports, { period: '2026-H1' })).toMatchObject({ value: { differences: [] } })
  expect(await countOf(world, 'tally')).toBe(tallies)
  expect(await world.ports.store.funnel('2026-H1')).toMatchObject({ invited: 10, delivered: 10, answered: 4 })
})

test('letters stay until their last day if their travelers do', async () => {
  const world = await closedWave()
  await world.database.write((query) => query.run(`UPDATE traveler SET last_trip = '2030-01'`))
  const opened = at('2026-07-01T01:00:00Z')
  expect(await world.deleteAt(opened + 395 * DAY - 1)).toEqual({})
  expect(await world.deleteAt(opened + 395 * DAY)).toEqual({ letter: 10, delivery: 10 })
  expect(await world.deleteAt('2028-08-01T00:00:00Z')).toEqual({ answer: 4, comment: 4, invitation: 10 })
  expect(await countOf(world, 'traveler')).toBe(10)
})

test('a deletion that stopped between two chunks does not change the tallies', async () => {
  const world = await closedWave()
  await world.database.write(async (query) => {
    await query.run('UPDATE wave SET answers_deleted_at = @at', { at: new Date(1) })
    await query.run('DELETE FROM answer WHERE key IN (SELECT key FROM answer LIMIT 2)')
  })
  const tallies = await countOf(world, 'tally')
  expect(await rebuildTallies(world.ports, { period: '2026-H1' })).toMatchObject({ value: { differences: [] } })
  expect(await countOf(world, 'tally')).toBe(tallies)
})

test('sessions, verifications, call counts and invitations of users are deleted when their time is over', async () => {
  const world = await retentionWorld()
  const now = at('2026-07-01T00:00:00Z')
  await world.database.write(async (query) => {
    const start = new Date(0)
    await query.run(
      `INSERT INTO "user" (id, name, email, email_verified, role, locale, created_at, updated_at)
      VALUES ('u', 'n', 'u@x.test', true, 'officer', 'en', @start, @start)`,
      { start },
    )
    for (const [id, later] of [
      ['over', 0],
      ['not yet', 1],
    ] as const) {
      await query.run(
        `INSERT INTO session (id, token, user_id, expires_at, created_at, updated_at)
        VALUES (@id, @id, 'u', @end, @start, @start)`,
        { id, start, end: new Date(now + later) },
      )
      await query.run(
        `INSERT INTO verification (id, identifier, value, expires_at, created_at, updated_at)
        VALUES (@id, 'i', 'v', @end, @start, @start)`,
        { id, start, end: new Date(now + later) },
      )
      await query.run('INSERT INTO rate_limit (id, key, count, last_request) VALUES (@id, @id, 1, @last)', {
        id,
        last: now - DAY + later,
      })
      const day = later === 0 ? '2026-06-30' : '2026-07-01'
      await query.run('INSERT INTO try_count (key, day, count) VALUES (@key, @day, 1)', { key: Buffer.from(id), day })
      await query.run(
        `INSERT INTO user_invitation (id, email, role, locale, created_at, expires_at)
        VALUES (@id, @id, 'officer', 'en', @start, @end)`,
        { id, start, end: new Date(now - 30 * DAY + later) },
      )
    }
  })
  const one = { session: 1, verification: 1, rate_limit: 1, try_count: 1, user_invitation: 1 }
  expect(await world.deleteAt(now)).toEqual(one)
  expect(await countOf(world, `session WHERE id = 'not yet'`)).toBe(1)
  expect(await world.deleteAt(now)).toEqual({})
})

test('staff are deleted with their training five years after the last role ended; employed people stay', async () => {
  const world = await retentionWorld()
  await world.database.write(async (query) => {
    const role = (number: string, title: string, end: string | null) =>
      query.run(`INSERT INTO staff_role VALUES (@number, @title, 'unit', '2010-01-01', @end, 'i', 1)`, {
        number,
        title,
        end,
      })
    const change = (register: string, key: string, day: string) =>
      query.run(
        `INSERT INTO register_change (register, key, at, changed_by) VALUES (@register, @key, @at, 'human-resources')`,
        { register, key, at: new Date(day) },
      )
    await role('left', 'guide', '2015-01-01')
    await role('left', 'driver', '2021-06-30')
    await role('back', 'guide', '2015-01-01')
    await role('back', 'driver', null)
    for (const number of ['left', 'back']) {
      await query.run(`INSERT INTO staff_leave VALUES (@number, '2014-01-01', '2014-02-01', 'i', 1)`, { number })
      await query.run(`INSERT INTO training_completion VALUES (@number, @at, 'i', 1)`, { number, at: new Date(1) })
      await query.run(`INSERT INTO exam_attempt VALUES (@number, @at, 99, 'i', 1)`, { number, at: new Date(1) })
      await change('exam-attempts', `["${number}","1"]`, '2026-01-01')
    }
    for (const [register, number] of [
      ['exam-attempts', 'left'],
      ['exam-attempts', 'back'],
      ['partners', 'left'],
    ] as const) {
      const digest = `${register} ${number}`
      await query.run("INSERT INTO evidence_file VALUES (@digest, 'pdf', 1, @at)", { digest, at: new Date(0) })
      await query.run(
        `INSERT INTO evidence_attachment
        (id, register, key, digest, file_digest, file_name, type, size, source, attached_at, attached_by)
        VALUES (@digest, @register, @key, @digest, @digest, 'f', 'pdf', 1, 's', @at, 'human-resources')`,
        {
          digest,
          register,
          key: JSON.stringify([number, '1']),
          at: new Date(0),
        },
      )
    }
    await query.run(
      `INSERT INTO "user" (id, name, email, email_verified, role, locale, created_at, updated_at)
      VALUES ('hr', 'Mo', 'mo@x.example', true, 'human-resources', 'en', @at, @at)`,
      { at: new Date(0) },
    )
    for (const [register, search] of [
      ['staff-roles', '{"only":"number:left"}'],
      ['exam-attempts', '{"find":"Left"}'],
      ['exam-attempts', '{"only":"number:back,leftover"}'],
      ['partners', '{"find":"left"}'],
    ] as const)
      await query.run(
        `INSERT INTO saved_view (id, user_id, register, name, folded_name, search, saved_at)
        VALUES (@id, 'hr', @register, 'View', @id, @search, @at)`,
        { id: `${register} ${search}`, register, search, at: new Date(0) },
      )
    // The roster does not have this person: the day of the change counts.
    await change('staff-roles', '["removed","guide"]', '2021-07-01')
    await change('partners', '["left"]', '1970-01-01')
  })
  // 1,825 days after 30 June 2021 is 29 June 2026.
  expect(await world.deleteAt('2026-06-29T12:00:00Z')).toEqual({})
  expect(await world.deleteAt('2026-06-30T00:00:00Z')).toEqual({
    staff_role: 2,
    staff_leave: 1,
    training_completion: 1,
    exam_attempt: 1,
    register_change: 2,
    evidence_attachment: 1,
    evidence_file: 1,
    saved_view: 2,
  })
  expect(await countOf(world, `register_change WHERE key IN ('["back","1"]', '["left"]')`)).toBe(2)
  expect(await countOf(world, `staff_role WHERE number = 'back'`)).toBe(2)
})

test('proofs add up to the deleted rows and form a valid chain, and a second run deletes and proves nothing', async () => {
  const world = await closedWave()
  // More than two chunks.
  const more = Array.from({ length: 1_200 }, (_, n) => travelerRow(n + 100, { lastTrip: '2025-01' }))
  await importTravelers(world.ports, travelerFile(more))
  const lost = await world.deleteAt('2028-09-01T00:00:00Z')
  expect(lost).toEqual({ traveler: 1_210, invitation: 10, letter: 10, delivery: 10, answer: 4, comment: 4 })
  const proofs = await world.retention.proofs()
  const proven = Object.entries(Object.groupBy(proofs, ({ table }) => table)).map(([table, rows = []]) => [
    table,
    rows.reduce((sum, { count }) => sum + count, 0),
  ])
  expect(Object.fromEntries(proven)).toEqual(lost)
  expect(proofs).toContainEqual({
    day: '2028-09-01',
    rule: 'last-trip',
    days: 365,
    table: 'traveler',
    count: 1_210,
    overwritten: true,
  })
  expect(await proofsHold(world.database.query)).toBe(true)
  expect(await world.deleteAt('2028-09-01T00:00:00Z')).toEqual({})
  expect(await world.retention.proofs()).toEqual(proofs)
})

test('the next run overwrites bytes that an interrupted run left, even if nothing new is due', async () => {
  const world = await retentionWorld()
  await importTravelers(world.ports, travelerFile(travelerRows(5)))
  await world.deleteAt('2028-01-01T00:00:00Z')
  await world.database.write((query) => query.run('UPDATE deletion_proof SET wiped_at = NULL'))
  expect((await world.retention.proofs()).every(({ overwritten }) => overwritten)).toBe(false)
  await world.deleteAt('2028-01-01T00:00:00Z')
  expect((await world.retention.proofs()).every(({ overwritten }) => overwritten)).toBe(true)
  expect((await storedBytes(world.database)).includes('C-3')).toBe(false)
})

test('the deletion of a traveler does not delete an objection', async () => {
  const world = await retentionWorld()
  await importTravelers(world.ports, travelerFile(travelerRows(2)))
  await unsubscribe(world.ports, { token: unsubscribeToken(world.ports.keyring, 'traveler-1@example.com') })
  await world.deleteAt('2028-01-01T00:00:00Z')
  expect(await countOf(world, 'suppression')).toBe(1)
  await importTravelers(world.ports, travelerFile(travelerRows(2)))
  await openWaveForAll(world)
  expect(await countOf(world, 'invitation')).toBe(1)
})

test('the proof of deleted letters does not count those that would tell of a case', async () => {
  const { database, retention } = await retentionWorld()
  const letter = (id: string, kind: string) =>
    database.write((query) =>
      query.run(
        `INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, state, not_before, created_at)
        VALUES (@id, @kind, 'user', 'u', 'en', '{}', @id, 'sent', @start, @start)`,
        { id, kind, start: new Date(0) },
      ),
    )
  await letter('a', 'unlinking-certificate')
  await letter('b', 'report-arrived')
  await letter('c', 'deadlines')
  expect((await retention.deleteDue(396 * DAY)).rows).toBe(1)
  const proofs = await retention.proofs()
  expect(proofs.map(({ rule, count }) => [rule, count])).toEqual([
    ['letter', 1],
    ['hidden-letter', 2],
  ])
  expect(proofs.map(proofReaders)).toEqual([null, []])
})
