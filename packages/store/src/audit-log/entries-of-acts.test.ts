import { describe, expect, it } from 'vitest'
import type { StoreDatabase } from '../engine/store-database.ts'
import { openTestDatabase } from '../testing/engines.ts'
import { refuseWrites } from '../testing/refuse-writes.ts'
import { actingAs } from './acting-user.ts'
import { ACTS_OF_ACTIONS } from './testing/acts-of-actions.ts'
import { failingCommit } from './testing/failing-commit.ts'
import { LOGGED_ACTS } from './testing/logged-acts.ts'

const user = (id: string) => ({
  id,
  name: id,
  email: `${id}@x.example`,
  role: 'officer',
  emailVerified: true,
  locale: 'en',
  createdAt: new Date(1),
  updatedAt: new Date(1),
})

async function openWith(first: (database: StoreDatabase) => Promise<unknown> = async () => {}): Promise<StoreDatabase> {
  const database = await openTestDatabase()
  const records = await database.records()
  await records.user.createMany({ data: [user('lin'), user('ma')] })
  await first(database)
  await records.auditEntry.deleteMany({})
  return database
}

const asLin = <T>(work: () => Promise<T>) => actingAs({ userId: 'lin', at: 1_000 }, work)
const entriesOf = async (database: StoreDatabase) => (await database.records()).auditEntry.findMany()

/** All rows that the acts of the list change. */
async function rowsOf(database: StoreDatabase): Promise<string> {
  const records = await database.records()
  const tables = [
    await records.user.findMany(),
    await records.userInvitation.findMany(),
    await records.formerUser.findMany(),
    await records.passwordReset.findMany(),
    await records.secondFactorReset.findMany(),
    await records.secondFactorRule.findMany(),
    await records.apiKey.findMany(),
    await records.organisation.findMany(),
    await records.programme.findMany(),
    await records.programmeStartChange.findMany(),
    await records.editionSettings.findMany(),
    await records.ruleChange.findMany(),
    await records.importFile.findMany(),
    await records.bookings.findMany(),
    await records.registerChange.findMany(),
    await records.suppression.findMany(),
    await records.remedy.findMany(),
    await records.remedyChange.findMany(),
    await records.improvement.findMany(),
    await records.agreedAction.findMany(),
    await records.actionOutcome.findMany(),
    await records.meeting.findMany({ include: { attendees: true, decisions: true } }),
  ]
  return JSON.stringify(tables)
}

describe.each([...LOGGED_ACTS, ...ACTS_OF_ACTIONS])('$act: $of', ({ act, actor = 'lin', first, carryOut }) => {
  it('writes one entry that names the user', async () => {
    const database = await openWith(first)
    await asLin(() => carryOut(database))
    expect(await entriesOf(database)).toMatchObject([{ act, actorId: actor }])
  })

  it('writes no entry if the act fails before its commit', async () => {
    const database = await openWith(first)
    const before = await rowsOf(database)
    await expect(asLin(() => carryOut(failingCommit(database)))).rejects.toThrow('ended before the commit')
    expect(await entriesOf(database)).toEqual([])
    expect(await rowsOf(database)).toBe(before)
  })

  it('does nothing if its entry cannot be written', async () => {
    const database = await openWith(first)
    const before = await rowsOf(database)
    await refuseWrites(database, { before: 'INSERT', on: 'audit_entry' })
    await expect(asLin(() => carryOut(database))).rejects.toThrow()
    expect(await rowsOf(database)).toBe(before)
  })
})
