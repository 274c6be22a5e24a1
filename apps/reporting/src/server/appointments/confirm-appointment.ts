import { fail, type Id, type Outcome, secondPersonFault } from '@wayproof/kernel'
import type { Person } from '@wayproof/store'
import { holdsOtherOffice } from '../accounts/office-apart.ts'
import { actingPerson } from '../acting-person.ts'
import type { Parts } from '../context.ts'
import { colleagues } from './colleagues.ts'
import { confirmersOf } from './confirmers.ts'

/**
 * Confirms that somebody is to be officer or case handler. Faults `appointment-unknown` (confirmed already, or gone),
 * `own-appointment` (of who appointed and who is appointed, also by another account with the mailbox of one of them),
 * `appointment-unconfirmed` (the confirmer's own), `not-the-confirmer`, and of a change of role `handler-is-officer` and
 * `last-officer`.
 */
export async function confirmAppointment(
  parts: Pick<Parts, 'store' | 'clock' | 'keyring'>,
  { id, by }: { readonly id: Id; readonly by: Person },
): Promise<Outcome<null>> {
  const { appointments } = parts.store
  const hands = await appointments.hands(id)
  if (hands.length === 0) return fail('appointment-unknown')
  const fault = secondPersonFault(await actingPerson(parts, by), hands)
  if (fault) return fail(fault === 'same-person' ? 'own-appointment' : fault)
  const able = confirmersOf(hands, await colleagues(parts))
  if (!able.some((each) => each.id === by.id)) return fail('not-the-confirmer')
  if (await hasOtherOffice(parts, id)) return fail('handler-is-officer')
  return appointments.confirm(id, by, parts.clock.now())
}

/** Whether, since it was proposed, somebody of the same mailbox was given the office that must be another person's. */
async function hasOtherOffice(parts: Pick<Parts, 'store' | 'clock' | 'keyring'>, appointment: Id): Promise<boolean> {
  const accounts = await parts.store.people.accounts()
  const found = accounts.find(({ proposal }) => proposal?.id === appointment)
  return found?.proposal ? holdsOtherOffice(parts, { ...found, role: found.proposal.role }) : false
}
