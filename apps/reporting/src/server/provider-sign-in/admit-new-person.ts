import type { UserInvitation, UserRole } from '@wayproof/accounts/accounts/person'
import { APPOINTED_ROLES } from '@wayproof/accounts/appointments/appointment'
import type { Id } from '@wayproof/kernel/id'
import { invitePerson } from '../accounts/invite-person.ts'
import { officeFault } from '../accounts/office-fault.ts'
import { tellOfReader } from '../accounts/tell-of-reader.ts'
import type { AdmitServices } from './admitted.ts'
import { PROVIDER_ID, providerPerson } from './provider-person.ts'
import { ProviderRefused } from './provider-refusal.ts'
import type { SignedInPerson } from './signed-in-person.ts'

/** Creates the user, or proposes an officer or case handler, who then waits. Throws `ProviderRefused`. */
export async function admitNewPerson(services: AdmitServices, person: SignedInPerson): Promise<Id> {
  const { store, clock, ids } = services
  const { identity, name, email, role, locale } = person
  const now = clock.now()
  if (email === null) throw new ProviderRefused('no-email', 'no verified email')
  const open = (await store.people.invitations(now)).find((invitation) => invitation.email === email) ?? null
  const isProposed = open !== null && (await isProposal(services, open))
  if (isProposed && open.role !== role) {
    await store.people.revoke({ id: open.id, by: providerPerson(services.provider.settings) }, now)
    return admitNewPerson(services, person)
  }
  if (role === null) throw new ProviderRefused('no-role', 'no-role')
  if ((open === null || isProposed) && (await store.providerAccounts.isBarred(identity, email)))
    throw new ProviderRefused('removed', 'removed')
  if (open && open.role !== role) throw new ProviderRefused('invited-otherwise', 'invited-otherwise')
  const fault = await officeFault(services, { id: null, email, role })
  if (fault) throw new ProviderRefused('other-person', fault)
  if (APPOINTED_ROLES.some((appointedRole) => appointedRole === role))
    await refuseUnconfirmed(services, person, role, open)
  const user = { id: ids.next(), name, email, role, locale }
  const accountId = ids.next()
  const joined = await store.providerAccounts.join(
    { person: user, identity, accountId, invitationId: open?.id ?? null },
    now,
  )
  if (!joined.ok) throw new ProviderRefused('refused', joined.fault.code)
  await tellOfReader(services, user)
  return user.id
}

/** An officer or case handler gets in after another person has confirmed it. */
async function refuseUnconfirmed(
  services: AdmitServices,
  { email, locale }: SignedInPerson,
  role: UserRole,
  open: UserInvitation | null,
): Promise<void> {
  const { store, clock, provider } = services
  if (open) {
    const appointment = (await store.appointments.list(clock.now())).find(({ id }) => id === open.id)
    if (appointment?.confirmed) return
  } else {
    const actor = providerPerson(provider.settings)
    const invitation = await invitePerson(services, { email: email ?? '', role, locale, actor })
    if (!invitation.ok) throw new ProviderRefused('refused', invitation.fault.code)
  }
  throw new ProviderRefused('waits', 'waits')
}

async function isProposal({ store }: AdmitServices, { id }: UserInvitation): Promise<boolean> {
  const [proposer] = await store.appointments.hands(id)
  return proposer?.id === PROVIDER_ID
}
