import type { Person } from '@wayproof/accounts/accounts/person'
import { APPOINTED_ROLES } from '@wayproof/accounts/appointments/appointment'
import type { Id } from '@wayproof/kernel/id'
import type { ProviderSettings } from '../../provider-config.ts'
import { changeRole } from '../accounts/change-role.ts'
import type { Services } from '../trpc/context.ts'
import type { ProviderClient } from './provider-client.ts'
import { type ProviderNotice, ProviderRefused } from './provider-refusal.ts'
import type { SignedInPerson } from './signed-in-person.ts'

export type AdmitServices = Pick<Services, 'store' | 'clock' | 'ids' | 'keyring' | 'timeZone'> & {
  readonly provider: ProviderClient
}

export interface Admitted {
  readonly userId: Id
  readonly notice: ProviderNotice | null
}

interface FoundUser {
  readonly user: Person
  readonly isLinked: boolean
}

/** Gives an existing user the role of the claim, or proposes it if two people appoint. Throws `ProviderRefused`. */
export async function admitUser(
  services: AdmitServices,
  person: SignedInPerson,
  { user, isLinked }: FoundUser,
): Promise<Admitted> {
  const { store, clock, ids } = services
  const notice = await settleRole(services, person, { user, isLinked })
  if (!isLinked) {
    const link = { userId: user.id, identity: person.identity, accountId: ids.next() }
    await store.providerAccounts.link(link, clock.now())
  }
  return { userId: user.id, notice }
}

async function settleRole(
  services: AdmitServices,
  { role }: SignedInPerson,
  foundUser: FoundUser,
): Promise<ProviderNotice | null> {
  const { user } = foundUser
  if (role === user.role) {
    await withdrawProposal(services, user)
    return null
  }
  if (role === null) return refuse(services, foundUser, 'no-role')
  if (await isProposed(services, user, role)) return 'waits-with-role'
  const change = await changeRole(services, { id: user.id, role, actor: providerPerson(services.provider.settings) })
  if (change.ok) return change.value.waits ? 'waits-with-role' : null
  if (change.fault.code === 'approval-waits') return 'waits-with-role'
  if (change.fault.code === 'last-officer') return 'last-officer'
  return refuse(services, foundUser, 'other-person')
}

/** The claim gives no role: ends sessions and keys of a linked account, unless it is the last officer's. */
async function refuse(
  { store, clock }: AdmitServices,
  { user, isLinked }: FoundUser,
  refusal: 'no-role' | 'other-person',
): Promise<ProviderNotice> {
  if (isLinked && !(await store.providerAccounts.endAccess(user.id, clock.now())).ok) return 'last-officer'
  throw new ProviderRefused(refusal, refusal)
}

const proposalOf = async ({ store }: AdmitServices, { id }: Person) =>
  (await store.people.accounts()).find((account) => account.id === id)?.proposal ?? null

async function isProposed(services: AdmitServices, user: Person, role: string): Promise<boolean> {
  return (
    APPOINTED_ROLES.some((appointedRole) => appointedRole === role) && (await proposalOf(services, user))?.role === role
  )
}

/** Withdraws the provider's proposal if its claim no longer supports it. */
async function withdrawProposal(services: AdmitServices, user: Person): Promise<void> {
  const { appointments } = services.store
  const proposal = await proposalOf(services, user)
  if (!proposal) return
  const [proposer] = await appointments.hands(proposal.id)
  if (proposer?.id === PROVIDER_ID) await appointments.withdraw(proposal.id, services.clock.now())
}

/** Not the ID of a user, because those are UUIDs. */
export const PROVIDER_ID = 'sign-in-provider'

/** The provider as a proposer: it may do what an administrator may. */
export const providerPerson = ({ name, issuer }: ProviderSettings): Person => ({
  id: PROVIDER_ID,
  name,
  email: issuer,
  role: 'administrator',
  locale: 'en',
})
