import { fail, type Id, type Outcome, ok, secondPersonFault } from '@wayproof/kernel'
import type { Person } from '@wayproof/store'
import { actingPerson } from '../acting-person.ts'
import type { Parts } from '../context.ts'
import { colleagues } from './colleagues.ts'
import { confirmersOf } from './confirmers.ts'

/**
 * Confirms that somebody is to be officer or case handler. Faults `appointment-unknown` (confirmed already, or gone),
 * `own-appointment` (of who appointed and who is appointed, also by another account with the mailbox of one of them),
 * `appointment-unconfirmed` (the confirmer's own), and `not-the-confirmer`.
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
  return (await appointments.confirm(id, by, parts.clock.now())) ? ok(null) : fail('appointment-unknown')
}
