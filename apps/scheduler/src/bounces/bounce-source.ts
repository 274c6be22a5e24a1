import type { TakenReport } from '@wayproof/letters'

/** Where mail that came back lies until it is read. */
export interface BounceSource {
  readonly kind: 'folder' | 'mailbox'
  /** Its place as an operator knows it, without a password. */
  readonly place: string
  /** Milliseconds between two looks. */
  readonly every: number
  /** The same after many looks at which the place could not be asked. */
  readonly longest: number
  /**
   * Gives the messages that lie there to `taker`, one at a time. A processed message is deleted; one that cannot be
   * processed now stays, the rest is read, and the first error is thrown at the end. Throws PlaceUnreachable.
   * Ends early with `signal`.
   */
  look(taker: MessageTaker, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

export interface MessageTaker {
  /** Takes in one message. Throws BrokenMessage for what is none. */
  take(raw: Uint8Array, message: ReadMessage): Promise<TakenReport>
  /** Reports an invalid message that is left for the operator. */
  setAside(name: string): void
}

/** Data about a message besides its bytes. */
export interface ReadMessage {
  readonly name: string
  /** A previous reader crashed while handling this message. */
  readonly again: boolean
}

/** Not a message; anything else that goes wrong leaves it for the next look. */
export class BrokenMessage extends Error {}

/** The place itself could not be asked. */
export class PlaceUnreachable extends Error {}

/** Our letters have under 60 KB; what is much larger is no answer to one. */
export const MOST_BYTES: number = 1024 * 1024
/** Messages of one look. */
export const MOST_IN_LOOK = 500
