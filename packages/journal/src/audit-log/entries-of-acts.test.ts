import { Prisma } from '@wayproof/database/generated/client'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { refuseWrites } from '@wayproof/database/testing/refuse-writes'
import { describe, expect, it } from 'vitest'
import { actingAs } from './acting-user.ts'
import { AUDIT_ACTS } from './audit-entry.ts'
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

const asLin = <T>(work: () => Promise<T>) => actingAs({ actorId: 'lin', at: 1_000 }, work)
const entriesOf = async (database: StoreDatabase) => (await database.records()).auditEntry.findMany()

/** The log itself, and bytes of evidence, which are stored first and deleted unless a record names them. */
const LEFT_OUT: readonly string[] = ['AuditEntry', 'EvidenceFile', 'EvidencePiece']

/** All rows that acts change. */
async function rowsOf(database: StoreDatabase): Promise<string> {
  const records = await database.records()
  const models = Object.values(Prisma.ModelName).filter((name) => !LEFT_OUT.includes(name))
  const rows = models.map((model) => {
    const delegate: unknown = Reflect.get(records, `${model.charAt(0).toLowerCase()}${model.slice(1)}`)
    return (delegate as { findMany(): Promise<readonly unknown[]> }).findMany()
  })
  return JSON.stringify(await Promise.all(rows))
}

const ALL_ACTS = [...LOGGED_ACTS, ...ACTS_OF_ACTIONS]

/** Acts whose records are many; the suite of their store or command checks the entry. */
const ELSEWHERE = [
  'sign-in-failed',
  'approval-asked',
  'approval-approved',
  'approval-declined',
  'approval-withdrawn',
  'approval-expired',
  'read-by-key',
  'comments-read',
  'case-read',
  'report-read',
  'wave-opened',
  'wave-reminded',
  'invitations-sent-again',
  'answers-recounted',
  'sample-drawn',
  'sample-sealed',
  'frozen',
  'freeze-taken-back',
  'signed',
  'closed',
  'published',
  'report-withdrawn',
  'edition-sent',
  'edition-sent-again',
  'backed-up',
  'restore-proven',
  'restored',
  'move-begun',
  'key-rotated',
  'deployment-check-begun',
  'entries-deleted',
  'minutes-finished',
]

it('every act of the log is carried out here, or in the suite of its store', () => {
  expect(new Set([...ALL_ACTS.map(({ act }) => act), ...ELSEWHERE])).toEqual(new Set(AUDIT_ACTS))
})

describe.each(ALL_ACTS)('$act: $of', ({ act, actor = 'lin', first, carryOut }) => {
  it('writes one entry that names the user', async () => {
    const database = await openWith(first)
    await asLin(() => carryOut(database))
    expect(await entriesOf(database)).toMatchObject([{ act, actorId: actor }])
  })

  it('changes nothing if it fails before its commit, or if its entry cannot be written', async () => {
    const database = await openWith(first)
    const before = await rowsOf(database)
    await expect(asLin(() => carryOut(failingCommit(database)))).rejects.toThrow('ended before the commit')
    expect(await entriesOf(database)).toEqual([])
    expect(await rowsOf(database)).toBe(before)
    await refuseWrites(database, { before: 'INSERT', on: 'audit_entry' })
    await expect(asLin(() => carryOut(database))).rejects.toThrow()
    expect(await rowsOf(database)).toBe(before)
  })
})
