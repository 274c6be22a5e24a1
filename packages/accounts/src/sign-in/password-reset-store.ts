import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { Query } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { type Fault, fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { endEverySession } from '../accounts/end-access.ts'
import { PERSON, type Person } from '../accounts/person.ts'
import { type CallLimit, takeCall } from './call-limit-store.ts'
import { endSecondFactor } from './end-second-factor.ts'

/** A link to a new password for one person. */
interface PasswordReset {
  readonly id: Id
  readonly userId: Id
  readonly name: string
  readonly email: string
  /** True if a command on the server created it: then the second factor ends too. */
  readonly recovers: boolean
  readonly expiresAt: Instant
}

interface NewPasswordReset {
  readonly id: Id
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

/** A link for a locked-out officer that a command on the server created. */
interface OfficerRecovery {
  readonly id: Id
  readonly name: string
  readonly madeAt: Instant
  readonly usedAt: Instant | null
}

interface RecoveryFault extends Fault {
  readonly code: 'person-unknown' | 'not-an-officer'
}

interface PasswordResetStore {
  /**
   * Mails a link to the user of an address, at most three in an hour, and none to a user who signs in only through the
   * provider `issuer`. It makes one write in either case, so that its duration does not reveal whether the address
   * belongs to a user.
   */
  mail(email: string, reset: NewPasswordReset, timeZone: string, issuer: string | null): Promise<void>
  /** Creates a link for an officer. Faults `person-unknown` and `not-an-officer`. */
  recover(email: string, reset: NewPasswordReset): Promise<Outcome<Person, RecoveryFault>>
  /** Faults `reset-unknown`, `reset-used`, `reset-expired`. */
  find(id: Id, now: Instant): Promise<Outcome<PasswordReset>>
  /** Sets the password, ends all sessions and links of the user, and with a recovery the second factor. Faults of `find`. */
  use(id: Id, passwordHash: string, now: Instant): Promise<Outcome<PasswordReset>>
  /** Newest first. */
  recoveries(): Promise<readonly OfficerRecovery[]>
}

/** Letters to one address. */
const LETTERS: CallLimit = { calls: 3, milliseconds: 60 * 60_000 }

interface Deps {
  readonly ids: Ids
  readonly keyring: Keyring
}

export function passwordResetStore(database: QueryDatabase, { ids, keyring }: Deps): PasswordResetStore {
  const limitKey = (email: string) =>
    `reset|${Buffer.from(keyring.mac('session', `reset:${email}`)).toString('base64url')}`
  return {
    mail: (email, reset, timeZone, issuer) =>
      database.transaction(async ({ records, query }) => {
        const wait = await takeCall(records, limitKey(email), LETTERS, reset.createdAt)
        const user = await records.user.findUnique({ where: { email }, include: { accounts: true } })
        if (!user || wait !== null) return
        const providers = new Set(user.accounts.map(({ providerId }) => providerId))
        if (issuer !== null && providers.has(issuer) && !providers.has('credential')) return
        const data = { resetId: reset.id, until: { at: reset.expiresAt, timeZone } }
        const letter = { kind: 'password-reset', locale: user.locale as Locale, data } as const
        const recipient = { kind: 'user', id: user.id } as const
        const posted = { letter, recipient, dedupeKey: `password-reset:${reset.id}` }
        await insertReset(query, { ...reset, userId: user.id })
        await insertLetter(query, ids.next(), posted, reset.createdAt)
      }),
    recover: (email, { id, ...moments }) =>
      database.transaction(async ({ records }): Promise<Outcome<Person, RecoveryFault>> => {
        const user = await records.user.findUnique({ where: { email }, select: PERSON })
        if (!user) return fail('person-unknown')
        if (user.role !== 'officer') return fail('not-an-officer')
        const createdAt = new Date(moments.createdAt)
        const expiresAt = new Date(moments.expiresAt)
        await records.passwordReset.create({ data: { id, userId: user.id, recovers: true, createdAt, expiresAt } })
        await records.officerRecovery.create({ data: { id, name: user.name, madeAt: createdAt } })
        const entry = { act: 'officer-recovery', at: moments.createdAt, subject: user.id } as const
        await addAuditEntry(records, entry)
        return ok(recordOf<Person>(user))
      }),
    find: async (id, now) => findReset(await database.records(), id, now),
    use: (id, passwordHash, now) =>
      database.transaction(async ({ records }) => {
        const reset = await findReset(records, id, now)
        if (!reset.ok) return reset
        const { userId, recovers } = reset.value
        await setPassword(records, ids, reset.value, passwordHash, new Date(now))
        await addAuditEntry(records, { act: 'password-reset', at: now, subject: userId, details: { recovers } })
        return reset
      }),
    recoveries: async () => {
      const { officerRecovery } = await database.records()
      const made = await officerRecovery.findMany({ orderBy: [{ madeAt: 'desc' }, { id: 'asc' }] })
      return made.map(recordOf<OfficerRecovery>)
    },
  }
}

async function findReset(
  { passwordReset }: Pick<Prisma.TransactionClient, 'passwordReset'>,
  id: Id,
  now: Instant,
): Promise<Outcome<PasswordReset>> {
  const row = await passwordReset.findUnique({ where: { id }, include: { user: true } })
  if (!row) return fail('reset-unknown')
  if (row.usedAt) return fail('reset-used')
  const { userId, recovers, expiresAt, user } = row
  if (expiresAt.getTime() <= now) return fail('reset-expired')
  return ok(recordOf<PasswordReset>({ id, userId, name: user.name, email: user.email, recovers, expiresAt }))
}

async function setPassword(
  records: Prisma.TransactionClient,
  ids: Ids,
  { id, userId, recovers }: PasswordReset,
  password: string,
  now: Date,
): Promise<void> {
  const changed = { password, updatedAt: now }
  const credential = { userId, providerId: 'credential' }
  // A user who signed in only through a provider has had no password.
  if ((await records.account.updateMany({ where: credential, data: changed })).count === 0)
    await records.account.create({
      data: { id: ids.next(), accountId: userId, ...credential, createdAt: now, ...changed },
    })
  await records.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })
  await endEverySession(records, userId)
  if (!recovers) return
  await endSecondFactor(records, userId)
  await records.officerRecovery.updateMany({ where: { id }, data: { usedAt: now } })
}

const INSERT = `INSERT INTO password_reset (id, user_id, recovers, created_at, expires_at)
  VALUES (@id, @userId, FALSE, @createdAt, @expiresAt)`

/** Stores a reset with SQL, because the duration of a call of Prisma Client would reveal that the address belongs to a user. */
async function insertReset(
  query: Query,
  {
    createdAt,
    expiresAt,
    ...reset
  }: { readonly id: Id; readonly userId: Id; readonly createdAt: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await query.run(INSERT, { ...reset, createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) })
}
