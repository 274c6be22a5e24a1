import type { TakenReport } from '@wayproof/letters'

/** A place where bounces wait until they are read. */
export interface BounceSource {
  readonly kind: 'folder' | 'mailbox'
  /** Its address as an operator knows it, without a password. */
  readonly place: string
  /** Milliseconds between two reads. */
  readonly every: number
  /** The same after repeated reads in which the place could not be reached. */
  readonly longest: number
  /**
   * Passes the waiting messages to `taker`, one at a time. A processed message is deleted; one that cannot be processed
   * now stays, the rest is read, and the first error is thrown at the end. Throws PlaceUnreachable.
   * Ends early with `signal`.
   */
  look(taker: MessageTaker, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

export interface MessageTaker {
  /** Processes one message. Throws BrokenMessage if it is none. */
  take(raw: Uint8Array, message: ReadMessage): Promise<TakenReport>
  /** Reports an invalid message that is left for the operator. */
  reject(name: string): void
}

/** Data about a message besides its bytes. */
export interface ReadMessage {
  readonly name: string
  /** A previous reader crashed while handling this message. */
  readonly again: boolean
}

/** Not a message; after any other error the message stays for the next read. */
export class BrokenMessage extends Error {}

/** The place itself could not be reached. */
export class PlaceUnreachable extends Error {}

/** Our letters have under 60 KB, so a much larger message is no bounce of one. */
export const MOST_BYTES: number = 1024 * 1024
/** Maximum number of messages in one read. */
export const MOST_IN_LOOK = 500
