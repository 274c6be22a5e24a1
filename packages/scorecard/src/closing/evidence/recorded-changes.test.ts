import type { Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { mirrorToPostgresql } from '@wayproof/database/testing/mirror-to-postgresql'
import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence/register'
import { rowStore } from '@wayproof/evidence/registers/row-store'
import { writeRow } from '@wayproof/evidence/rows/write-row'
import { importPorts, importText } from '@wayproof/evidence/testing/import-ports'
import { filledDatabase, fillRegisters } from '@wayproof/evidence/testing/register-files'
import { undoImport } from '@wayproof/evidence/undo-import'
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { changedRegisters, compareRegisters } from '../seals/check-evidence.ts'
import type { RegisterState } from '../seals/seal-finding.ts'
import { tamper } from '../testing/tamper.ts'
import { changesSince } from './changes-since.ts'
import { evidenceOf } from './seal-reads.ts'

const NOW = Date.UTC(2026, 0, 7)

/** The company with an editable register, and a seal of its rows. */
async function sealedCompany(database: StoreDatabase) {
  const desk = bookingsDesk(database)
  await desk.put('sealed', 7)
  await desk.take(file({ web: 3, shop: 1 }))
  const sealed = await database.readSnapshot((query) => evidenceOf(query, '2025-H2'))
  const state = (register: RegisterId): Promise<RegisterState | undefined> =>
    database.readSnapshot(async (query) => {
      const changed = changedRegisters(sealed, await evidenceOf(query, '2025-H2'))
      const recorded = await changesSince(query, sealed, changed)
      return compareRegisters(sealed, recorded).find((found) => found.register === register)?.state
    })
  return { desk, sealed, state }
}

const file = (rows: Readonly<Record<string, number>>) =>
  `month,channel,count\n${Object.entries(rows)
    .map(([channel, count]) => `2025-01,${channel},${count}`)
    .join('\n')}\n`

function bookingsDesk(database: StoreDatabase) {
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
    undo: async () => {
      const last = await database.query.get<{ id: string }>(
        `SELECT id FROM import_file WHERE register = @register AND undone_at IS NULL AND added + changed > 0
           ORDER BY number DESC LIMIT 1`,
        { register },
      )
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

/** Changes by an attacker with access to the database. No honest change touches the row `sealed`. */
const TAMPERING: readonly (readonly Statement[])[] = [
  ["UPDATE bookings SET count = count + 1 WHERE channel = 'sealed'"],
  ["DELETE FROM bookings WHERE channel = 'sealed'"],
  ["INSERT INTO bookings VALUES ('2025-02', 'web', 9, 'nowhere', 2)"],
  ["INSERT INTO bookings VALUES ('2025-02', 'web', 9, '', 0)"],
  ["INSERT INTO bookings SELECT '2025-02', 'web', 9, import_id, 9 FROM bookings LIMIT 1"],
  [
    `INSERT INTO bookings SELECT '2025-02', 'web', 9, id, 9 FROM import_file WHERE register = 'bookings'
     ORDER BY number DESC LIMIT 1`,
  ],
  // A forged change in the history does not lead to the sealed row.
  [
    "UPDATE bookings SET count = 9 WHERE channel = 'sealed'",
    ({ instantOf }) =>
      `INSERT INTO register_change (register, key, before, after, before_import_id, at, changed_by, reason)
       VALUES ('bookings', '["2025-01","sealed"]', '{"month":"2025-01","channel":"sealed","count":8}',
         '{"month":"2025-01","channel":"sealed","count":9}', '', ${instantOf('0')}, 'officer', 'counted again')`,
  ],
  // Neither does a row that no import added.
  [
    "UPDATE bookings SET count = 9 WHERE channel = 'sealed'",
    ({ instantOf }) =>
      `INSERT INTO register_change (register, key, before, after, before_import_id, import_id, at, changed_by)
       SELECT 'bookings', '["2025-01","sealed"]', '{"month":"2025-01","channel":"sealed","count":7}',
         '{"month":"2025-01","channel":"sealed","count":9}', import_id, import_id, ${instantOf('0')}, 'officer'
       FROM bookings WHERE channel = 'sealed'`,
  ],
  ["UPDATE bookings SET count = 9 WHERE channel = 'sealed'", "DELETE FROM register_change WHERE register = 'bookings'"],
  [
    "UPDATE bookings SET count = 9 WHERE channel = 'sealed'",
    ({ instantOf }) => `UPDATE register_change SET at = ${instantOf('0')}`,
  ],
]

test('any recorded changes can be rolled back to the sealed register, and tampering is detected', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 3 }),
      fc.array(step, { maxLength: 6 }),
      fc.constantFrom(...TAMPERING),
      async (before, after, statements) => {
        const database = await openTestDatabase()
        const { desk, state } = await sealedCompany(database)
        expect(await state('bookings')).toBe('unchanged')
        for (const work of before) await work(desk)
        await desk.take(file({ later: 5 }))
        for (const work of after) await work(desk)
        expect(['changed-since', 'unchanged']).toContain(await state('bookings'))
        await tamper(database, statements)
        expect(await state('bookings')).toBe('altered')
        await database.close()
      },
    ),
    { numRuns: 40 },
  )
})

const LATER_IMPORTS: readonly [RegisterId, string, Statement][] = [
  [
    'incidents',
    'id,title,occurred,discovered,confirmed,disclosure,customerData,state,severity,cause,dataClasses,partnerId,records,recordsTo\ni1,Lost list,2024-12,2025-01-04T23:50:00+08:00,2025-01-04,yes,yes,confirmed,larger,error,name|travel,p1,13.5,40\n',
    "UPDATE incident SET customer_data = true WHERE id = 'i2'",
  ],
  [
    'exam-attempts',
    'number,takenAt,score\n1,2025-01-10T10:00:00+08:00,81\n2,2025-01-10T10:00:00+08:00,66\n',
    'UPDATE exam_attempt SET score = 100 WHERE score = 92',
  ],
  [
    'training-completions',
    'number,completedAt\n2,2025-01-10T09:30:00+08:00\n',
    ({ instantOf, milliseconds }) =>
      `UPDATE training_completion SET completed_at = ${instantOf(`${milliseconds('completed_at')} + 1`)} WHERE number = '1'`,
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
]

test.each(LATER_IMPORTS)(
  '%s: a later import and its undo stay green, with an altered row beside them it is red',
  async (register, text, statement) => {
    const database = await filledDatabase()
    const { state } = await sealedCompany(database)
    expect(await importText(database, register, text)).toMatchObject({ ok: true })
    expect(await state(register)).toBe('changed-since')
    const newest = await database.query.get<{ id: string }>('SELECT id FROM import_file ORDER BY number DESC')
    const importId = newest?.id ?? ''
    const undone = await undoImport(importPorts(database), { register, importId, by: 'officer', reason: 'wrong' })
    expect(undone).toMatchObject({ ok: true })
    expect(await state(register)).toBe('unchanged')
    expect(await importText(database, register, text)).toMatchObject({ ok: true })
    expect(await state(register)).toBe('changed-since')
    await tamper(database, [statement])
    expect(await state(register)).toBe('altered')
  },
)

if (inject('engine') === 'postgresql')
  test('PostgreSQL computes the same digests and changes as SQLite', async () => {
    const database = await openTestSqlite()
    await fillRegisters(database)
    const { desk, sealed } = await sealedCompany(database)
    const later = LATER_IMPORTS.map(([register, text]) => [register, text] as const)
    for (const [register, text] of later) expect(await importText(database, register, text)).toMatchObject({ ok: true })
    await desk.put('web', 9)
    await desk.remove('shop')
    await desk.restore('shop')
    await tamper(database, [
      "UPDATE partner SET name = '\u0001\"携\\程\u2028' WHERE id = 'p2'",
      ...(TAMPERING[1] ?? []),
    ])
    const postgresql = await openTestPostgresql()
    await mirrorToPostgresql(database, postgresql)
    const read = (one: QueryDatabase) =>
      one.readSnapshot(async (query) => ({
        evidence: await evidenceOf(query, '2025-H2'),
        changes: await changesSince(query, sealed, REGISTER_IDS),
      }))
    const onSqlite = await read(database)
    expect(changedRegisters(sealed, onSqlite.evidence)).toEqual(
      expect.arrayContaining([...later.map(([register]) => register), 'partners', 'bookings']),
    )
    expect(await read(postgresql)).toEqual(onSqlite)
  })
