import { APPOINTED_ROLES, type Person } from '@wayproof/store'
import { changeRole } from '../accounts/change-role.ts'
import type { AdmitParts, Admitted } from './admitted.ts'
import { PROVIDER_ID, providerPerson } from './provider-person.ts'
import { type ProviderNotice, ProviderRefused } from './provider-refusal.ts'
import type { SignedInPerson } from './signed-in-person.ts'

interface FoundUser {
  readonly user: Person
  readonly linked: boolean
}

/** Gives an existing user the role of the claim, or proposes it if two people appoint. Throws `ProviderRefused`. */
export async function admitUser(
  parts: AdmitParts,
  person: SignedInPerson,
  { user, linked }: FoundUser,
): Promise<Admitted> {
  const { store, clock, ids } = parts
  const notice = await settleRole(parts, person, { user, linked })
  if (!linked) {
    const link = { userId: user.id, identity: person.identity, accountId: ids.next() }
    await store.providerAccounts.link(link, clock.now())
  }
  return { userId: user.id, notice }
}

async function settleRole(
  parts: AdmitParts,
  { role }: SignedInPerson,
  found: FoundUser,
): Promise<ProviderNotice | null> {
  const { user } = found
  if (role === user.role) {
    await withdrawProposal(parts, user)
    return null
  }
  if (role === null) return refuse(parts, found, 'no-role')
  if (await isProposed(parts, user, role)) return 'waits-with-role'
  const changed = await changeRole(parts, { id: user.id, role, by: providerPerson(parts.provider.settings) })
  if (changed.ok) return changed.value.waits ? 'waits-with-role' : null
  if (changed.fault.code === 'last-officer') return 'last-officer'
  return refuse(parts, found, 'other-person')
}

/** The claim gives no role: ends sessions and keys of a linked account, unless it is the last officer's. */
async function refuse(
  { store, clock }: AdmitParts,
  { user, linked }: FoundUser,
  refusal: 'no-role' | 'other-person',
): Promise<ProviderNotice> {
  if (linked && !(await store.providerAccounts.endAccess(user.id, clock.now())).ok) return 'last-officer'
  throw new ProviderRefused(refusal, refusal)
}

const proposalOf = async ({ store }: AdmitParts, { id }: Person) =>
  (await store.people.accounts()).find((account) => account.id === id)?.proposal ?? null

async function isProposed(parts: AdmitParts, user: Person, role: string): Promise<boolean> {
  return APPOINTED_ROLES.some((one) => one === role) && (await proposalOf(parts, user))?.role === role
}

/** Withdraws the provider's proposal if its claim no longer supports it. */
async function withdrawProposal(parts: AdmitParts, user: Person): Promise<void> {
  const { appointments } = parts.store
  const proposal = await proposalOf(parts, user)
  if (!proposal) return
  const [proposer] = await appointments.hands(proposal.id)
  if (proposer?.id === PROVIDER_ID) await appointments.withdraw(proposal.id)
}
