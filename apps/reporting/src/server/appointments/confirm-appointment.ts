import { fail, type Id, type Outcome, secondPersonFault } from '@wayproof/kernel'
import type { Person } from '@wayproof/store'
import { mailInvitation } from '../accounts/mail-invitation.ts'
import { officeFault } from '../accounts/office-fault.ts'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Parts } from '../trpc/context.ts'
import { colleagues } from './colleagues.ts'
import { confirmersOf } from './confirmers.ts'

/**
 * Confirms an appointment as officer or case handler.
 * Faults: `appointment-unknown` (confirmed already, or removed), `own-appointment` (either person of the appointment,
 * by mailbox), `appointment-unconfirmed` (the confirmer's own), `not-the-confirmer`; for a change of role also
 * `last-officer` and those of `officeFault`.
 */
export async function confirmAppointment(
  parts: Pick<Parts, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  { id, by }: { readonly id: Id; readonly by: Person },
): Promise<Outcome<null>> {
  const { appointments } = parts.store
  const hands = await appointments.hands(id)
  if (hands.length === 0) return fail('appointment-unknown')
  const fault = secondPersonFault(await actingPerson(parts, by), hands)
  if (fault) return fail(fault === 'same-person' ? 'own-appointment' : fault)
  const able = confirmersOf(hands, await colleagues(parts))
  if (!able.some((each) => each.id === by.id)) return fail('not-the-confirmer')
  const between = await newOfficeFault(parts, id)
  if (between) return fail(between)
  const now = parts.clock.now()
  const confirmed = await appointments.confirm(id, by, now)
  const invitation = (await parts.store.people.invitations(now)).find((each) => each.id === id)
  if (confirmed.ok && invitation) await mailInvitation(parts, invitation)
  return confirmed
}

/** Returns a fault if the mailbox now has a role that must belong to another person. */
async function newOfficeFault(parts: Pick<Parts, 'store' | 'clock' | 'keyring'>, appointment: Id) {
  const accounts = await parts.store.people.accounts()
  const found = accounts.find(({ proposal }) => proposal?.id === appointment)
  return found?.proposal ? officeFault(parts, { ...found, role: found.proposal.role }) : null
}
