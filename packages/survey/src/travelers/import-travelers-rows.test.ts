import { setImmediate as nextTurn } from 'node:timers/promises'
import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { expect, test } from 'vitest'
import { unsubscribe } from '../links/unsubscribe-address.ts'
import { unsubscribeToken } from '../links/unsubscribe-link.ts'
import { eligibleTravelers } from '../opening/rows/read-frame.ts'
import {
  countOf,
  type SurveyWorld,
  surveyWorld,
  travelerFile,
  travelerRow,
  travelerRows,
} from '../testing/survey-world.ts'
import { importTravelers } from './import-travelers.ts'

const bring = (world: SurveyWorld, rows: Parameters<typeof travelerFile>[0], dryRun = false) =>
  importTravelers(world.ports, travelerFile(rows, dryRun))

test('a file is imported by customer number: new, changed and unchanged rows', async () => {
  const world = await surveyWorld()
  const digest = 'd'.repeat(64)
  expect(await bring(world, travelerRows(3))).toEqual({
    ok: true,
    value: { rows: 3, digest, added: 3, changed: 0, unchanged: 0, notAdult: 0, noBasis: 0, erased: 0, sameAddress: 0 },
  })
  const again = [travelerRow(1), travelerRow(2, { region: 'south' }), travelerRow(4, { adult: false, basis: null })]
  expect(await bring(world, again)).toEqual({
    ok: true,
    value: { rows: 3, digest, added: 1, changed: 1, unchanged: 1, notAdult: 1, noBasis: 1, erased: 0, sameAddress: 0 },
  })
  expect(await countOf(world, 'traveler')).toBe(4)
  expect(await countOf(world, `traveler WHERE customer_number = 'C-2' AND region = 'south'`)).toBe(1)
  expect(await countOf(world, `import_file WHERE register = 'travelers'`)).toBe(2)
})

test('a withdrawn or changed legal basis is a change, and is stored as imported', async () => {
  const world = await surveyWorld()
  await bring(world, travelerRows(2))
  const euro = { residence: 'FR de', basis: 'soft-opt-in', basisNotice: true, basisNamesSurveys: false } as const
  expect(await bring(world, [travelerRow(1, { basis: null }), travelerRow(2, euro)])).toMatchObject({
    value: { changed: 2, noBasis: 1 },
  })
  const kept = await world.database.query.all('SELECT * FROM traveler ORDER BY customer_number')
  expect(kept).toMatchObject([
    { basis: null, basis_wording: '6', basis_date: '2024-01-01', basis_holds: 0 },
    { residence: 'DE FR', basis: 'soft-opt-in', basis_notice: 1, basis_names_surveys: 0, basis_holds: 1 },
  ])
})

test('a dry run returns the same counts and stores nothing', async () => {
  const world = await surveyWorld()
  expect(await bring(world, travelerRows(3), true)).toMatchObject({ ok: true, value: { added: 3 } })
  expect(await countOf(world, 'traveler')).toBe(0)
  expect(await countOf(world, 'import_file')).toBe(0)
})

test('one invalid row refuses the whole file, and every invalid row is reported with its number', async () => {
  const world = await surveyWorld()
  const rows = [
    travelerRow(1),
    travelerRow(2, { email: 'a@x.test, b@x.test' }),
    travelerRow(3, { customerNumber: 'C-1' }),
  ]
  expect(await bring(world, rows)).toEqual({
    ok: false,
    fault: {
      code: 'rows-invalid',
      rows: [
        { rowNumber: 3, code: 'email-invalid', text: 'a@x.test, b@x.test', figures: { field: 'email' } },
        { rowNumber: 4, code: 'customer-twice', text: 'C-1', figures: { row: 2 } },
      ],
      total: 2,
    },
  })
  expect(await countOf(world, 'traveler')).toBe(0)
})

test('a trip in a month that has not begun in the organization’s time zone is refused', async () => {
  const world = await surveyWorld()
  const rows = [travelerRow(1, { lastTrip: '2026-08' })]
  world.setNow('2026-07-31T15:59:59Z')
  expect(await bring(world, rows)).toMatchObject({
    fault: {
      rows: [
        { rowNumber: 2, code: 'month-in-future', text: '2026-08', figures: { field: 'lastTrip', today: '2026-07-31' } },
      ],
    },
  })
  world.setNow('2026-07-31T16:00:00Z')
  expect(await bring(world, rows)).toMatchObject({ value: { added: 1 } })
})

test('two spellings of a mailbox are one, within a file and against the register; a plus tag makes another', async () => {
  const world = await surveyWorld()
  const rows = [
    travelerRow(1, { email: 'Li@Bücher.example' }),
    travelerRow(2, { email: 'ｌｉ＠xn--bcher-kva．example' }),
    travelerRow(3, { email: 'li+trips@bücher.example' }),
  ]
  expect(await bring(world, rows)).toMatchObject({ value: { added: 2, sameAddress: 1 } })
  expect(await bring(world, [rows[1]!])).toMatchObject({ value: { unchanged: 1, sameAddress: 0 } })
})

test('two customers may swap their addresses in one file', async () => {
  const world = await surveyWorld()
  await bring(world, travelerRows(2))
  const swapped = [
    travelerRow(1, { email: 'traveler-2@example.com' }),
    travelerRow(2, { email: 'traveler-1@example.com' }),
  ]
  expect(await bring(world, swapped)).toMatchObject({ ok: true, value: { changed: 2 } })
  const row = await world.database.query.get<{ email_sealed: Uint8Array }>(
    `SELECT email_sealed FROM traveler WHERE customer_number = 'C-1'`,
  )
  expect(row && world.ports.keyring.open('address', row.email_sealed)).toBe('traveler-2@example.com')
})

test('addresses are encrypted: the database file contains no plain one', async () => {
  const world = await surveyWorld()
  await bring(world, travelerRows(20))
  const bytes = await storedBytes(world.database)
  expect(bytes.includes('C-17')).toBe(true)
  expect(bytes.includes('@example.com')).toBe(false)
})

test('an address stays unsubscribed after a second unsubscribing and a new import, and is not eligible', async () => {
  const world = await surveyWorld()
  await bring(world, travelerRows(3))
  const row = await world.database.query.get<{ id: string }>(`SELECT id FROM traveler WHERE customer_number = 'C-2'`)
  const token = unsubscribeToken(world.ports.keyring, 'traveler-2@example.com')
  expect(await unsubscribe(world.ports, { token })).toEqual({ ok: true, value: null })
  expect(await unsubscribe(world.ports, { token })).toEqual({ ok: true, value: null })
  expect(await countOf(world, `suppression WHERE reason = 'unsubscribed'`)).toBe(1)
  await bring(world, [travelerRow(2, { customerNumber: 'C-2', region: 'moved' })])
  const frame = { months: { first: '2000-01', last: null }, budgetFrom: 0, letterLimit: 3 } as const
  const eligible = await eligibleTravelers(world.database.query, frame)
  expect(eligible.map(({ id }) => id)).not.toContain(row?.id)
  expect(eligible).toHaveLength(2)
})

test('an unknown unsubscribe link suppresses nobody', async () => {
  const others = keyring(new Uint8Array(32).fill(6))
  const world = await surveyWorld()
  await bring(world, travelerRows(1))
  for (const token of ['', 'x'.repeat(56), unsubscribeToken(others, 'traveler-1@example.com')]) {
    expect(await unsubscribe(world.ports, { token })).toEqual({ ok: false, fault: { code: 'link-unknown' } })
  }
  expect(await countOf(world, 'suppression')).toBe(0)
})

test('the write lock is free between the chunks of a large import', async () => {
  const world = await surveyWorld()
  const importing = bring(world, travelerRows(3_000))
  let between = 0
  let done = false
  void importing.then(() => {
    done = true
  })
  while (!done) {
    // A request arrives through the event loop; with a free lock this loop would stay in one turn of it.
    await nextTurn()
    await world.database.write(async () => {})
    between += 1
  }
  expect(await importing).toMatchObject({ ok: true, value: { added: 3_000 } })
  expect(between).toBeGreaterThan(3)
})
