import { fail, type Id, type Outcome, secondPersonFault } from '@wayproof/kernel'
import type { Person } from '@wayproof/store'
import { mailInvitation } from '../accounts/mail-invitation.ts'
import { officeFault } from '../accounts/office-fault.ts'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'
import { colleagues } from './colleagues.ts'
import { confirmersOf } from './confirmers.ts'

/**
 * Confirms an appointment as officer or case handler.
 * Faults: `appointment-unknown` (confirmed already, or removed), `own-appointment` (either person of the appointment,
 * by mailbox), `appointment-unconfirmed` (the confirmer's own), `not-the-confirmer`; for a change of role also
 * `last-officer` and those of `officeFault`.
 */
export async function confirmAppointment(
  services: Pick<Services, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  { id, actor }: { readonly id: Id; readonly actor: Person },
): Promise<Outcome<null>> {
  const { appointments } = services.store
  const confirmations = await appointments.hands(id)
  if (confirmations.length === 0) return fail('appointment-unknown')
  const fault = secondPersonFault(await actingPerson(services, actor), confirmations)
  if (fault) return fail(fault === 'same-person' ? 'own-appointment' : fault)
  const confirmers = confirmersOf(confirmations, await colleagues(services))
  if (!confirmers.some((colleague) => colleague.id === actor.id)) return fail('not-the-confirmer')
  const between = await newOfficeFault(services, id)
  if (between) return fail(between)
  const now = services.clock.now()
  const confirmation = await appointments.confirm(id, actor, now)
  const invitation = (await services.store.people.invitations(now)).find((candidate) => candidate.id === id)
  if (confirmation.ok && invitation) await mailInvitation(services, invitation)
  return confirmation
}

/** Returns a fault if the mailbox now has a role that must belong to another person. */
async function newOfficeFault(services: Pick<Services, 'store' | 'clock' | 'keyring'>, appointment: Id) {
  const accounts = await services.store.people.accounts()
  const account = accounts.find(({ proposal }) => proposal?.id === appointment)
  return account?.proposal ? officeFault(services, { ...account, role: account.proposal.role }) : null
}
