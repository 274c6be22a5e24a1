import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { expect, test } from 'vitest'
import { saveDraft } from '../answers/save-draft.ts'
import { showInvitation } from '../answers/show-invitation.ts'
import { readLinkToken } from '../links/invitation-link.ts'
import {
  countOf,
  openedWave,
  type SurveyWorld,
  surveyWorld,
  tokens,
  travelerFile,
  travelerRow,
  travelerRows,
} from '../testing/survey-world.ts'
import { importTravelers } from './import-travelers.ts'
import type { TravelerRow } from './traveler.ts'
import { KNOWN_TRAITS } from './traveler-reader.ts'
import { travelerTable } from './traveler-table.ts'

// More rows than are staged on the thread that reads them.
const MANY = 5_000

const bring = (world: SurveyWorld, rows: readonly TravelerRow[], dryRun = false) =>
  importTravelers(world.ports, travelerFile(rows, dryRun))

const changed = (rows: readonly TravelerRow[], n: number, change: Parameters<typeof travelerRow>[1]) =>
  rows.with(n - 1, travelerRow(n, change))

/** Names of the traveler table's indexes. */
const indexes = ({ database: { engine, query } }: SurveyWorld) =>
  query.all<{ name: string }>(
    engine === 'sqlite'
      ? `SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'traveler' ORDER BY name`
      : `SELECT indexname AS name FROM pg_indexes WHERE tablename = 'traveler' ORDER BY 1`,
  )

test('a long file is imported like a short one, with every cell, and sealed cells can be decrypted', async () => {
  const long = await surveyWorld()
  const short = await surveyWorld()
  const odd = {
    region: '华东',
    residence: 'DE cn',
    basis: 'soft-opt-in',
    basisNotice: true,
    basisWording: null,
    adult: null,
  }
  const rows = changed(changed(travelerRows(MANY), 3, odd), 4_999, odd)
  expect(await bring(long, rows)).toMatchObject({ value: { rows: MANY, added: MANY, notAdult: 2, noBasis: 2 } })
  await bring(short, [...rows.slice(0, 5), ...rows.slice(-5)])
  const kept = async ({ database, ports }: SurveyWorld, number: string) => {
    const { id, import_id, email_sealed, ...cells } =
      (await database.query.get<Record<string, Uint8Array>>('SELECT * FROM traveler WHERE customer_number = @number', {
        number,
      })) ?? {}
    return { ...cells, email: ports.keyring.open('address', email_sealed ?? new Uint8Array()) }
  }
  for (const n of [1, 3, 4_997, 4_999, 5_000]) {
    expect(await kept(long, `C-${n}`)).toEqual(await kept(short, `C-${n}`))
    expect((await kept(long, `C-${n}`)).email).toBe(`traveler-${n}@example.com`)
  }
  expect(await countOf(long, 'import_file WHERE row_count = 5000')).toBe(1)
  const nonces = await long.database.query.all('SELECT DISTINCT substr(email_sealed, 1, 12) FROM traveler')
  expect(nonces).toHaveLength(MANY)
  expect(await indexes(long)).toEqual(await indexes(short))
})

test('more combinations of traits than are remembered are imported, each with its rows', async () => {
  const world = await surveyWorld()
  const rows = Array.from({ length: KNOWN_TRAITS + 500 }, (_, i) =>
    travelerRow(i + 1, { region: `r${i % (KNOWN_TRAITS + 200)}` }),
  )
  expect(await bring(world, rows)).toMatchObject({ ok: true, value: { added: rows.length } })
  const regions = await world.database.query.all<{ customer_number: string; region: string }>(
    'SELECT customer_number, region FROM traveler',
  )
  const kept = new Map(regions.map(({ customer_number, region }) => [customer_number, region]))
  expect(kept).toEqual(new Map(rows.map(({ cells }) => [String(cells.customerNumber), String(cells.region)])))
})

test('a repeated number is found thousands of rows later, with the row that it repeats; a repeated address is skipped', async () => {
  const world = await surveyWorld()
  const shared = changed(travelerRows(MANY), 4_900, { email: 'Traveler-9@Example.com' })
  const rows = changed(shared, 4_700, { customerNumber: 'C-12' })
  expect(await bring(world, changed(rows, 4_800, { email: 'nobody' }))).toEqual({
    ok: false,
    fault: {
      code: 'rows-invalid',
      rows: [
        { rowNumber: 4_701, code: 'customer-twice', text: 'C-12', figures: { row: 13 } },
        { rowNumber: 4_801, code: 'email-invalid', text: 'nobody', figures: { field: 'email' } },
      ],
      total: 2,
    },
  })
  expect([await countOf(world, 'traveler'), await countOf(world, 'import_file')]).toEqual([0, 0])
  expect(await bring(world, shared)).toMatchObject({ value: { added: MANY - 1, sameAddress: 1 } })
})

test('the first hundred of thousands of faults are listed, and all are counted', async () => {
  const world = await surveyWorld()
  const twice = [
    ...travelerRows(MANY / 2),
    ...travelerRows(MANY / 2).map((row) => ({ ...row, rowNumber: row.rowNumber + 2_500 })),
  ]
  const taken = await bring(world, twice)
  if (taken.ok) throw new Error('it was imported')
  const { rows, total } = taken.fault
  expect([rows.length, total, rows[0]?.rowNumber, rows[99]?.rowNumber]).toEqual([100, MANY / 2, 2_502, 2_601])
  const bad = await bring(
    world,
    travelerRows(MANY).map(({ rowNumber, cells }) => ({ rowNumber, cells: { ...cells, email: '' } })),
  )
  expect(bad.ok ? null : [bad.fault.rows.length, bad.fault.total]).toEqual([100, MANY])
})

test('a fault in the last row or at the end of the file leaves nothing behind', async () => {
  const world = await surveyWorld()
  expect(await bring(world, changed(travelerRows(MANY), MANY, { lastTrip: '2026-13' }))).toMatchObject({
    fault: { rows: [{ rowNumber: MANY + 1, code: 'month-invalid', text: '2026-13' }], total: 1 },
  })
  async function* broken() {
    yield* travelerTable(travelerRows(MANY), 'd').slice(0, -1)
    yield { kind: 'fault', fault: { code: 'not-csv' } } as const
  }
  const file = { fileName: 'travelers.csv', by: 'officer', dryRun: false }
  expect(await importTravelers(world.ports, { ...file, table: broken() })).toEqual({
    ok: false,
    fault: { code: 'not-csv' },
  })
  async function* torn() {
    yield* travelerTable(travelerRows(MANY), 'd').slice(0, -1)
    throw new Error('the disk is gone')
  }
  await expect(importTravelers(world.ports, { ...file, table: torn() })).rejects.toThrow('the disk is gone')
  expect(await bring(world, travelerRows(MANY), true)).toMatchObject({ ok: true, value: { added: MANY } })
  expect([await countOf(world, 'traveler'), await countOf(world, 'import_file')]).toEqual([0, 0])
  expect((await storedBytes(world.database)).includes('C-42')).toBe(false)
})

test('a long file over a long register has new, changed, swapped, unchanged and replaced rows', async () => {
  const world = await surveyWorld()
  await bring(world, travelerRows(MANY))
  const ids = () => world.database.query.all<{ id: string }>('SELECT id FROM traveler ORDER BY customer_number')
  const before = await ids()
  const swapped = changed(changed(travelerRows(MANY), 1, { email: 'traveler-5000@example.com' }), MANY, {
    email: 'traveler-1@example.com',
  })
  const rows = [...changed(swapped, 2_500, { region: 'moved' }), travelerRow(MANY + 1)]
  for (const dryRun of [true, false]) {
    expect(await bring(world, rows, dryRun)).toMatchObject({
      value: { added: 1, changed: 3, unchanged: MANY - 3, erased: 0 },
    })
  }
  expect(await bring(world, rows)).toMatchObject({ value: { added: 0, changed: 0, unchanged: MANY + 1 } })
  expect((await ids()).filter(({ id }) => before.some((known) => known.id === id))).toHaveLength(MANY)
  const address = async (n: number) => {
    const row = await world.database.query.get<{ email_sealed: Uint8Array }>(
      'SELECT email_sealed FROM traveler WHERE customer_number = @customerNumber',
      { customerNumber: `C-${n}` },
    )
    return row && world.ports.keyring.open('address', row.email_sealed)
  }
  expect([await address(1), await address(MANY)]).toEqual(['traveler-5000@example.com', 'traveler-1@example.com'])
  const others = travelerRows(3_000).map(({ rowNumber }) =>
    travelerRow(rowNumber, { customerNumber: `D-${rowNumber}` }),
  )
  expect(await bring(world, others)).toMatchObject({ value: { added: 3_000, sameAddress: 3_000 } })
  expect(await countOf(world, 'traveler')).toBe(MANY + 1)
})

test('a new address ends the links and drafts of the old one, and an objection under the old one remains in force', async () => {
  const world = await surveyWorld()
  await openedWave(world, 6)
  const [first = '', second = ''] = await tokens(world)
  await saveDraft(world.ports, { token: first, fields: { overall: '4' } })
  await saveDraft(world.ports, { token: second, fields: { overall: '4' } })
  const link = readLinkToken(world.ports.keyring, first)
  const { number = '', key } =
    (await world.database.query.get<{ number: string; key: Uint8Array }>(
      `SELECT customer_number AS number, email_key AS key FROM traveler
         WHERE id = (SELECT traveler_id FROM invitation WHERE id = @id)`,
      { id: link?.invitationId ?? '' },
    )) ?? {}
  await world.database.write((query) =>
    query.run(`INSERT INTO suppression (email_key, reason, at) VALUES (@emailKey, 'unsubscribed', @at)`, {
      at: new Date(1),
      emailKey: key ?? null,
    }),
  )
  const n = Number(number.slice(2))
  const moved = travelerRow(n, { email: 'moved@example.com' })
  expect(await importTravelers(world.ports, travelerFile([moved]))).toMatchObject({ value: { changed: 1 } })
  expect(await countOf(world, 'draft')).toBe(1)
  expect(await showInvitation(world.ports, { token: first })).toMatchObject({ fault: { code: 'link-expired' } })
  expect(await showInvitation(world.ports, { token: second })).toMatchObject({ ok: true })
  expect(
    await countOf(
      world,
      ({ jsonField }) => `letter WHERE state = 'queued' AND CAST(${jsonField('data', 'generation')} AS integer) = 1`,
    ),
  ).toBe(1)
  expect(await countOf(world, `suppression WHERE reason = 'unsubscribed'`)).toBe(2)
  const claims = await outboxStore({
    database: world.database,
    keyring: world.ports.keyring,
    ids: world.ports.ids,
  }).claim(10, world.ports.clock.now(), world.ports.clock.now() + 1000)
  expect(claims).toHaveLength(5)
  expect(claims.map(({ to }) => to)).not.toContain('moved@example.com')
})

test('a committed import is reported as done although its staging table cannot be dropped', async () => {
  const world = await surveyWorld()
  const { store } = world.ports
  const failing = {
    ...store,
    stageTravelers: (told: number) => {
      const staging = store.stageTravelers(told)
      return {
        ...staging,
        discard: async () => {
          await staging.discard()
          throw new Error('the disk is full')
        },
      }
    },
  }
  const ports = { ...world.ports, store: failing }
  expect(await importTravelers(ports, travelerFile(travelerRows(3)))).toMatchObject({ ok: true, value: { added: 3 } })
  expect(await countOf(world, 'traveler')).toBe(3)
  // A failed import reports its error.
  const wrong = [travelerRow(1, { email: 'none' })]
  await expect(importTravelers(ports, travelerFile(wrong))).rejects.toThrow('the disk is full')
})
