import type { Id } from '../id.ts'

/** A person who acts in a matter that needs two people. */
export interface ActingPerson {
  readonly id: Id
  readonly name: string
  /** Keyed hash of the account's mailbox. Two accounts with one mailbox count as one person. */
  readonly mailbox: Uint8Array
  /** False while the appointment to the role awaits another person's confirmation. */
  readonly confirmed: boolean
}

/** A person who already took part in the matter. */
export interface Participant {
  readonly id: Id
  /** Null if no mailbox was stored; such a mailbox could be anyone's. */
  readonly mailbox: Uint8Array | null
}

export type SecondPersonFault = 'same-person' | 'appointment-unconfirmed'

/**
 * Returns the fault that prevents `person` from acting beside the people in `hands`, or null. With no `hands` it checks
 * whether the person may start a matter. This is the only two-person rule in the product.
 */
export function secondPersonFault(
  person: ActingPerson,
  participants: readonly Participant[] = [],
): SecondPersonFault | null {
  if (participants.some((participant) => isSamePerson(person, participant))) return 'same-person'
  return person.confirmed ? null : 'appointment-unconfirmed'
}

function isSamePerson({ id, mailbox }: Pick<ActingPerson, 'id' | 'mailbox'>, participant: Participant): boolean {
  if (participant.id === id || participant.mailbox === null) return true
  const otherMailbox = participant.mailbox
  return mailbox.length === otherMailbox.length && mailbox.every((byte, index) => byte === otherMailbox[index])
}
