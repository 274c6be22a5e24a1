import { overwriteNow } from '@wayproof/database/sqlite/overwrite-deleted'
import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  closeAtOnce,
  invitations,
  openWaveForAll,
  type SurveyWorld,
  surveyWorld,
  travelerFile,
  travelerRow,
} from '../testing/survey-world.ts'
import { importTravelers } from './import-travelers.ts'
import type { TravelerRow } from './traveler.ts'

const bring = (world: SurveyWorld, rows: readonly TravelerRow[], dryRun = false) =>
  importTravelers(world.ports, travelerFile(rows, dryRun))

/** Customer `n` at the address of `of`, whose last trip was in `month`. */
const at = (n: number, of: number, month = 3, change: Partial<TravelerRow['cells']> = {}) =>
  travelerRow(n, { email: `traveler-${of}@example.com`, lastTrip: `2026-0${month}`, ...change })

interface Holder {
  readonly number: string
  readonly email: string
}

const register = async ({ database, ports }: SurveyWorld): Promise<Holder[]> =>
  (
    await database.query.all<{ number: string; sealed: Uint8Array }>(
      'SELECT customer_number AS number, email_sealed AS sealed FROM traveler ORDER BY customer_number',
    )
  ).map(({ number, sealed }) => ({ number, email: ports.keyring.open('address', sealed) }))

const holders = async (world: SurveyWorld) =>
  (await register(world)).map(({ number, email }) => `${number}@${email.replace(/\D/g, '')}`)

test('within a file, an eligible traveler gets a shared address before others, then the one with the later trip', async () => {
  const world = await surveyWorld()
  const rows = [at(1, 1, 5), at(2, 1, 4), at(3, 3, 2), at(4, 3, 5, { basis: null }), at(5, 5, 2), at(6, 5, 2)]
  for (const dryRun of [true, false])
    expect(await bring(world, rows, dryRun)).toMatchObject({ value: { rows: 6, added: 3, sameAddress: 3 } })
  expect(await holders(world)).toEqual(['C-1@1', 'C-3@3', 'C-6@5'])
})

test('a file is also compared with the register, and a traveler who loses the address is removed', async () => {
  const world = await surveyWorld()
  await bring(world, [at(1, 1, 2), at(2, 2, 5)])
  const rows = [at(8, 1, 4), at(9, 2, 4)]
  for (const dryRun of [true, false])
    expect(await bring(world, rows, dryRun)).toMatchObject({ value: { added: 1, changed: 0, sameAddress: 2 } })
  expect(await holders(world)).toEqual(['C-2@2', 'C-8@1'])
  // Importing the same complete export again changes nothing.
  expect(await bring(world, [at(1, 1, 2), at(2, 2, 5), ...rows])).toMatchObject({
    value: { added: 0, changed: 0, unchanged: 2, sameAddress: 2 },
  })
})

test('a customer whose new address belongs to another is not written to at the old one', async () => {
  const world = await surveyWorld()
  await bring(world, [at(1, 1, 5), at(2, 2, 2)])
  expect(await bring(world, [at(2, 1, 3)])).toMatchObject({ value: { changed: 0, sameAddress: 1 } })
  expect(await holders(world)).toEqual(['C-1@1'])
})

test('a traveler who is invited in a running wave keeps the address and the link', async () => {
  const world = await surveyWorld()
  await bring(world, [at(1, 1, 2), at(2, 2, 2)])
  await openWaveForAll(world)
  expect(await bring(world, [at(9, 1, 5)])).toMatchObject({ value: { added: 0, changed: 0, sameAddress: 1 } })
  // C-2 stays because it is invited, and so does C-1; so the old address of C-2 is not free for C-8.
  expect(await bring(world, [at(2, 1, 5), at(8, 2, 5)])).toMatchObject({
    value: { added: 0, changed: 0, sameAddress: 2 },
  })
  expect(await holders(world)).toEqual(['C-1@1', 'C-2@2'])
  expect(await invitations(world)).toHaveLength(2)
})

test.each([
  ['a short file', 0],
  ['a long file', 3_000],
])(
  'whoever gives the address up to %s is deleted with a proof, also from closed waves, and overwritten',
  async (_, more) => {
    const world = await surveyWorld()
    await bring(world, [at(1, 1, 2, { customerNumber: 'GIVES-UP' }), at(2, 2, 2)])
    await openWaveForAll(world)
    await closeAtOnce(world, '2026-H1')
    world.setNow('2026-07-02T16:30:00Z')
    const others = Array.from({ length: more }, (_, n) => travelerRow(100 + n))
    expect(await bring(world, [at(8, 1, 4), ...others], true)).toMatchObject({ value: { sameAddress: 1 } })
    const retention = retentionStore(world.database, { timeZone: 'Asia/Shanghai' })
    expect(await retention.proofs()).toEqual([])
    await bring(world, [at(8, 1, 4), ...others])
    const proof = {
      day: '2026-07-03',
      rule: 'same-address',
      days: null,
      count: 1,
      overwritten: world.database.engine === 'sqlite',
    }
    await expect
      .poll(() => retention.proofs())
      .toEqual(['letter', 'invitation', 'traveler'].map((table) => ({ ...proof, table })))
    // On PostgreSQL the night does this.
    await overwriteNow(world.database, world.ports.clock.now())
    expect((await storedBytes(world.database)).includes('GIVES-UP')).toBe(false)
  },
)

test('after any sequence of files, each address of the last one has one traveler, and its customers have no other address', async () => {
  const row = fc.record({
    of: fc.integer({ min: 1, max: 5 }),
    month: fc.integer({ min: 1, max: 6 }),
    basis: fc.boolean(),
  })
  const file = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 6 }), row), { minLength: 1, maxLength: 6 })
    .map((rows) =>
      [...new Map(rows)].map(([n, { of, month, basis }]) => at(n, of, month, basis ? {} : { basis: null })),
    )
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
      const world = await surveyWorld()
      for (const rows of files) {
        const told = new Map(rows.map(({ cells }) => [cells.customerNumber, cells.email]))
        const dry = await bring(world, rows, true)
        const taken = await bring(world, rows)
        // Only a dry run also returns the groups.
        expect(dry).toMatchObject(taken)
        if (!taken.ok) throw new Error(taken.fault.code)
        const { added, changed, unchanged, sameAddress } = taken.value
        expect(added + changed + unchanged + sameAddress).toBeGreaterThanOrEqual(rows.length)
        const held = await register(world)
        expect(new Set(held.map(({ email }) => email)).size).toBe(held.length)
        for (const email of told.values()) expect(held.filter((holder) => holder.email === email)).toHaveLength(1)
        for (const { number, email } of held) expect(told.get(number) ?? email).toBe(email)
      }
      await world.database.close()
    }),
    { numRuns: 40 },
  )
})
