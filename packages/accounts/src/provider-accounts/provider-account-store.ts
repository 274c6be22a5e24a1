import type { Prisma } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { insertUser, spendInvitation } from '../accounts/accept-invitation.ts'
import { revokeKeys } from '../accounts/api-key-store.ts'
import { endEverySession, lastOfficerFault } from '../accounts/end-access.ts'
import type { Person } from '../accounts/person.ts'
import { endAppointments } from '../appointments/end-appointments.ts'
import { barHashes } from './barred-sign-in.ts'
import type { NewProviderLink, NewProviderUser, ProviderAccountStore } from './provider-account.ts'

/** Users who sign in through a provider. The store has the provider's identifier of the user, and no token. */
export function providerAccountStore(
  database: RecordDatabase,
  { keyring }: { readonly keyring: Keyring },
): ProviderAccountStore {
  return {
    userOf: async ({ issuer, subject }) => {
      const { account } = await database.records()
      const row = await account.findFirst({ where: { providerId: issuer, accountId: subject } })
      return row?.userId ?? null
    },
    isBarred: async (identity, email) => {
      const { barredSignIn } = await database.records()
      const hashes = barHashes(keyring, identity, email).map((hash) => new Uint8Array(hash))
      return (await barredSignIn.findFirst({ where: { hash: { in: hashes } } })) !== null
    },
    join: (user, at) => database.transaction(({ records }) => join(records, user, at)),
    link: (link, at) =>
      database.transaction(async ({ records }) => {
        const { userId } = link
        await insertAccount(records, link, at)
        await records.account.deleteMany({ where: { userId, providerId: 'credential' } })
        await records.passwordReset.deleteMany({ where: { userId } })
      }),
    endAccess: (userId, at) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const user = await records.user.findUnique({ where: { id: userId } })
        if (!user) return fail('person-unknown')
        const fault = await lastOfficerFault(records, user)
        if (fault) return { ok: false, fault }
        await endEverySession(records, userId)
        await revokeKeys(records, { createdById: userId }, at)
        await endAppointments(records, { userId, role: { not: user.role } }, at)
        return ok(null)
      }),
    hasPassword: async (userId) => {
      const { account } = await database.records()
      return (await account.findFirst({ where: { userId, providerId: 'credential' } })) !== null
    },
  }
}

async function join(
  records: Prisma.TransactionClient,
  { person, identity, accountId, invitationId }: NewProviderUser,
  at: Instant,
): Promise<Outcome<Person>> {
  const joined =
    invitationId === null
      ? await insertUser(records, person, at)
      : await spendInvitation(records, { ...person, userId: person.id, invitationId }, at)
  if (joined.ok) await insertAccount(records, { userId: person.id, identity, accountId }, at)
  return joined
}

async function insertAccount(
  { account }: Prisma.TransactionClient,
  { userId, accountId, identity }: NewProviderLink,
  at: Instant,
): Promise<void> {
  const provider = { accountId: identity.subject, providerId: identity.issuer }
  await account.create({
    data: { id: accountId, ...provider, userId, createdAt: new Date(at), updatedAt: new Date(at) },
  })
}
