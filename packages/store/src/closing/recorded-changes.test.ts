import { type RegisterId, undoImport, writeRow } from '@wayproof/evidence'
import { changedRegisters, compareRegisters, type RegisterState } from '@wayproof/scorecard'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { rowStore } from '../registers/row-store.ts'
import { importPorts, importText } from '../testing/import-ports.ts'
import { fillRegisters } from '../testing/register-files.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { changesSince } from './changes-since.ts'
import { evidenceOf } from './evidence-digests.ts'

const NOW = Date.UTC(2026, 0, 7)

/** The company with a register that can be worked on, and a seal of what stands there now. */
async function sealedCompany(opening: Promise<SqliteDatabase>) {
  const database = await opening
  const desk = bookingsDesk(database)
  await desk.put('sealed', 7)
  await desk.take(file({ web: 3, shop: 1 }))
  const evidence = () => database.snapshot((read) => evidenceOf(read, '2025-H2'))
  const sealed = evidence()
  const state = (register: RegisterId): RegisterState | undefined =>
    database.snapshot((read) => {
      const recorded = changesSince(read, sealed, changedRegisters(sealed, evidenceOf(read, '2025-H2')))
      return compareRegisters(sealed, recorded).find((found) => found.register === register)?.state
    })
  const tamper = (...statements: readonly string[]) =>
    database.write((sql) => {
      for (const statement of statements) sql(statement).run()
    })
  return { database, desk, state, tamper }
}

const file = (rows: Readonly<Record<string, number>>) =>
  `month,channel,count\n${Object.entries(rows)
    .map(([channel, count]) => `2025-01,${channel},${count}`)
    .join('\n')}\n`

function bookingsDesk(database: SqliteDatabase) {
  const register = 'bookings'
  const rows = rowStore(database)
  const key = (channel: string) => JSON.stringify(['2025-01', channel])
  const write = (what: Parameters<typeof writeRow>[1]['what']) =>
    writeRow(
      { rows, clock: { now: () => NOW }, timeZone: 'Asia/Shanghai' },
      { register, what, reason: 'counted again', by: 'officer' },
    )
  const seen = async (channel: string) => {
    const row = await rows.find(register, key(channel))
    return row && { month: '2025-01', channel, count: String(row.cells.count) }
  }
  return {
    take: (text: string) => importText(database, register, text),
    put: async (channel: string, count: number) => {
      const was = await seen(channel)
      const texts = { month: '2025-01', channel, count: String(count) }
      return was ? write({ kind: 'correct', key: key(channel), seen: was, texts }) : write({ kind: 'add', texts })
    },
    remove: async (channel: string) => {
      const was = await seen(channel)
      return was ? write({ kind: 'remove', key: key(channel), seen: was }) : null
    },
    restore: (channel: string) => write({ kind: 'restore', key: key(channel) }),
    undo: () => {
      const last = database
        .read<{ id: string }>(
          `SELECT id FROM import_file WHERE register = ? AND undone_at IS NULL AND added + changed > 0
           ORDER BY rowid DESC LIMIT 1`,
        )
        .get(register)
      return undoImport(importPorts(database), { register, importId: last?.id ?? '', by: 'officer', reason: 'wrong' })
    },
  }
}

type Desk = ReturnType<typeof bookingsDesk>

const channel = fc.constantFrom('web', 'app', 'shop', 'desk', 'agent')
const count = fc.nat({ max: 4 })
const step: fc.Arbitrary<(desk: Desk) => Promise<unknown>> = fc.oneof(
  fc.dictionary(channel, count, { minKeys: 1 }).map((rows) => (desk: Desk) => desk.take(file(rows))),
  fc.tuple(channel, count).map(
    ([of, n]) =>
      (desk: Desk) =>
        desk.put(of, n),
  ),
  channel.map((of) => (desk: Desk) => desk.remove(of)),
  channel.map((of) => (desk: Desk) => desk.restore(of)),
  fc.constant((desk: Desk) => desk.undo()),
)

/** By somebody with the file and a tool. Nothing honest touches the row `sealed`. */
const TAMPERING: readonly (readonly string[])[] = [
  ["UPDATE bookings SET count = count + 1 WHERE channel = 'sealed'"],
  ["DELETE FROM bookings WHERE channel = 'sealed'"],
  ["INSERT INTO bookings VALUES ('2025-02', 'web', 9, 'nowhere', 2)"],
  ["INSERT INTO bookings VALUES ('2025-02', 'web', 9, '', 0)"],
  ["INSERT INTO bookings SELECT '2025-02', 'web', 9, import_id, 9 FROM bookings LIMIT 1"],
  [
    `INSERT INTO bookings SELECT '2025-02', 'web', 9, id, 9 FROM import_file WHERE register = 'bookings'
     ORDER BY rowid DESC LIMIT 1`,
  ],
  // A change made up in the history does not say what was sealed.
  [
    "UPDATE bookings SET count = 9 WHERE channel = 'sealed'",
    `INSERT INTO register_change (register, key, before, after, before_import_id, at, changed_by, reason)
     VALUES ('bookings', '["2025-01","sealed"]', '{"month":"2025-01","channel":"sealed","count":8}',
       '{"month":"2025-01","channel":"sealed","count":9}', '', 0, 'officer', 'counted again')`,
  ],
  // Nor one that no import made.
  [
    "UPDATE bookings SET count = 9 WHERE channel = 'sealed'",
    `INSERT INTO register_change (register, key, before, after, before_import_id, import_id, at, changed_by)
     SELECT 'bookings', '["2025-01","sealed"]', '{"month":"2025-01","channel":"sealed","count":7}',
       '{"month":"2025-01","channel":"sealed","count":9}', import_id, import_id, 0, 'officer'
     FROM bookings WHERE channel = 'sealed'`,
  ],
  ["UPDATE bookings SET count = 9 WHERE channel = 'sealed'", "DELETE FROM register_change WHERE register = 'bookings'"],
  ["UPDATE bookings SET count = 9 WHERE channel = 'sealed'", 'UPDATE register_change SET at = 0'],
]

test('whatever was honestly done since, the register leads back to the seal; and tampering shows in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 3 }),
      fc.array(step, { maxLength: 6 }),
      fc.constantFrom(...TAMPERING),
      async (before, after, statements) => {
        const { database, desk, state, tamper } = await sealedCompany(openTestSqlite())
        expect(state('bookings')).toBe('unchanged')
        for (const work of before) await work(desk)
        await desk.take(file({ later: 5 }))
        for (const work of after) await work(desk)
        expect(['changed-since', 'unchanged']).toContain(state('bookings'))
        await tamper(...statements)
        expect(state('bookings')).toBe('altered')
        await database.close()
      },
    ),
    { numRuns: 40 },
  )
})

test.each<[RegisterId, string, string]>([
  [
    'incidents',
    'id,title,occurred,discovered,confirmed,disclosure,customerData,state,severity,cause,dataClasses,partnerId,records,recordsTo\ni1,Lost list,2024-12,2025-01-04T23:50:00+08:00,2025-01-04,yes,yes,confirmed,larger,error,name|travel,p1,13.5,40\n',
    "UPDATE incident SET customer_data = 1 WHERE id = 'i2'",
  ],
  [
    'exam-attempts',
    'number,takenAt,score\n1,2025-01-10T10:00:00+08:00,81\n2,2025-01-10T10:00:00+08:00,66\n',
    'UPDATE exam_attempt SET score = 100 WHERE score = 92',
  ],
  [
    'training-completions',
    'number,completedAt\n2,2025-01-10T09:30:00+08:00\n',
    "UPDATE training_completion SET completed_at = completed_at + 1 WHERE number = '1'",
  ],
  [
    'policy-checks',
    'surfaceId,languages,version,publishedOn,checkedOn\nweb,en,3,2025-01-03,2025-01-20\n',
    "DELETE FROM policy_check WHERE language = 'zh-CN'",
  ],
  [
    'audit-rounds',
    'partnerId,year,scope,plannedOn,sentOn,answeredOn,reviewedOn,closedOn\np1,2026,whole checklist,2026-02-01,,,,\n',
    'INSERT INTO audit_round (partner_id, year, scope, planned_on, import_id, row_number) SELECT partner_id, 2024, scope, planned_on, import_id, 7 FROM audit_round WHERE year = 2026',
  ],
])(
  '%s: a later import and its undo stay green, with an altered row beside them it is red',
  async (register, text, statement) => {
    const filled = await openTestSqlite()
    await fillRegisters(filled)
    const { database, state, tamper } = await sealedCompany(Promise.resolve(filled))
    expect(await importText(database, register, text)).toMatchObject({ ok: true })
    expect(state(register)).toBe('changed-since')
    const importId = database.read<{ id: string }>('SELECT id FROM import_file ORDER BY rowid DESC').get()?.id ?? ''
    const undone = await undoImport(importPorts(database), { register, importId, by: 'officer', reason: 'wrong' })
    expect(undone).toMatchObject({ ok: true })
    expect(state(register)).toBe('unchanged')
    expect(await importText(database, register, text)).toMatchObject({ ok: true })
    expect(state(register)).toBe('changed-since')
    await tamper(statement)
    expect(state(register)).toBe('altered')
  },
)
