import type { TakenReport } from '@wayproof/letters'

/** Where mail that came back lies until it is read. */
export interface BounceSource {
  readonly kind: 'folder' | 'mailbox'
  /** Its place as an operator knows it, without a password. */
  readonly place: string
  /** Milliseconds between two looks. */
  readonly every: number
  /** The same after many looks that failed. */
  readonly longest: number
  /**
   * Gives the messages that lie there to `take`, one at a time. What was read well is gone afterwards; what cannot be taken
   * in now stays, the rest is read all the same, and the first error is thrown at the end. Ends early with `signal`.
   */
  look(take: TakeMessage, signal: AbortSignal): Promise<SourceLook>
  close(): Promise<void>
}

/** Takes in one message. Throws BrokenMessage for what is none. */
export type TakeMessage = (raw: Uint8Array, message: ReadMessage) => Promise<TakenReport>

/** What is known of a message beside its bytes. */
export interface ReadMessage {
  readonly name: string
  /** Whoever read it before died of it, or with it in hands. */
  readonly again: boolean
}

export interface SourceLook {
  /** Messages taken in. */
  readonly taken: number
  /** Names of those set aside: they are no messages. */
  readonly failed: readonly string[]
}

/** Not a message; anything else that goes wrong leaves it for the next look. */
export class BrokenMessage extends Error {}

/** Our letters have under 60 KB; what is much larger is no answer to one. */
export const MOST_BYTES: number = 1024 * 1024
/** Messages of one look. */
export const MOST_IN_LOOK = 500
