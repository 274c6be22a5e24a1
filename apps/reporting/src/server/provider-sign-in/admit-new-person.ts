import type { Id } from '@wayproof/kernel'
import { APPOINTED_ROLES, type UserInvitation, type UserRole } from '@wayproof/store'
import { invitePerson } from '../accounts/invite-person.ts'
import { officeFault } from '../accounts/office-fault.ts'
import type { AdmitParts } from './admitted.ts'
import { PROVIDER_ID, providerPerson } from './provider-person.ts'
import { ProviderRefused } from './provider-refusal.ts'
import type { SignedInPerson } from './signed-in-person.ts'

/** Creates the user, or proposes an officer or case handler, who then waits. Throws `ProviderRefused`. */
export async function admitNewPerson(parts: AdmitParts, person: SignedInPerson): Promise<Id> {
  const { store, clock, ids } = parts
  const { identity, name, email, role, locale } = person
  const now = clock.now()
  if (email === null) throw new ProviderRefused('no-email', 'no verified email')
  const open = (await store.people.invitations(now)).find((each) => each.email === email) ?? null
  const proposed = open !== null && (await isProposal(parts, open))
  if (proposed && open.role !== role) {
    await store.people.revoke({ id: open.id, by: providerPerson(parts.provider.settings) }, now)
    return admitNewPerson(parts, person)
  }
  if (role === null) throw new ProviderRefused('no-role', 'no-role')
  if ((open === null || proposed) && (await store.providerAccounts.isBarred(identity, email)))
    throw new ProviderRefused('removed', 'removed')
  if (open && open.role !== role) throw new ProviderRefused('invited-otherwise', 'invited-otherwise')
  const fault = await officeFault(parts, { id: null, email, role })
  if (fault) throw new ProviderRefused('other-person', fault)
  if (APPOINTED_ROLES.some((one) => one === role)) await refuseUnconfirmed(parts, person, role, open)
  const user = { id: ids.next(), name, email, role, locale }
  const accountId = ids.next()
  const joined = await store.providerAccounts.join(
    { person: user, identity, accountId, invitationId: open?.id ?? null },
    now,
  )
  if (!joined.ok) throw new ProviderRefused('refused', joined.fault.code)
  return user.id
}

/** An officer or case handler gets in after another person has confirmed it. */
async function refuseUnconfirmed(
  parts: AdmitParts,
  { email, locale }: SignedInPerson,
  role: UserRole,
  open: UserInvitation | null,
): Promise<void> {
  const { store, clock, provider } = parts
  if (open) {
    const appointment = (await store.appointments.list(clock.now())).find(({ id }) => id === open.id)
    if (appointment?.confirmed) return
  } else {
    const by = providerPerson(provider.settings)
    const invited = await invitePerson(parts, { email: email ?? '', role, locale, by })
    if (!invited.ok) throw new ProviderRefused('refused', invited.fault.code)
  }
  throw new ProviderRefused('waits', 'waits')
}

async function isProposal({ store }: AdmitParts, { id }: UserInvitation): Promise<boolean> {
  const [proposer] = await store.appointments.hands(id)
  return proposer?.id === PROVIDER_ID
}
