import type { Id } from '../id.ts'

/** Somebody who acts where two people are wanted. */
export interface ActingPerson {
  readonly id: Id
  readonly name: string
  /** Keyed hash of the account's mailbox: two accounts with one mailbox are one person. */
  readonly mailbox: Uint8Array
  /** False while the appointment to the office waits for somebody else's confirmation. */
  readonly confirmed: boolean
}

/** Somebody who had a hand in what a second person is to decide. */
export interface Hand {
  readonly id: Id
  /** Null where none was kept: such a mailbox could be anybody's. */
  readonly mailbox: Uint8Array | null
}

export type SecondPersonFault = 'same-person' | 'appointment-unconfirmed'

/**
 * Why somebody cannot act beside those who had a hand in the same matter; null where nothing is against it. Without hands it
 * says whether they may begin what another has to decide. The one rule wherever two people are wanted.
 */
export function secondPersonFault(person: ActingPerson, hands: readonly Hand[] = []): SecondPersonFault | null {
  if (hands.some((hand) => isSamePerson(person, hand))) return 'same-person'
  return person.confirmed ? null : 'appointment-unconfirmed'
}

function isSamePerson({ id, mailbox }: Pick<ActingPerson, 'id' | 'mailbox'>, hand: Hand): boolean {
  if (hand.id === id || hand.mailbox === null) return true
  const other = hand.mailbox
  return mailbox.length === other.length && mailbox.every((byte, at) => byte === other[at])
}
