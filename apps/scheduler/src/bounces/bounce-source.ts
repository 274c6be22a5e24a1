import type { MailReportResult } from '@wayproof/letters/bounces/process-mail-report'

/** A place where bounces wait until they are read. */
export interface BounceSource {
  readonly kind: 'folder' | 'mailbox'
  /** Its address as an operator knows it, without a password. */
  readonly place: string
  /** Milliseconds between two reads. */
  readonly intervalMs: number
  /** The same after repeated reads in which the place could not be reached. */
  readonly maxLookMs: number
  /**
   * Passes the waiting messages to `handler`, one at a time. A processed message is deleted; one that cannot be processed
   * now stays, the rest is read, and the first error is thrown at the end. Throws PlaceUnreachable.
   * Ends early with `signal`.
   */
  poll(handler: MessageHandler, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

export interface MessageHandler {
  /** Processes one message. Throws BrokenMessage if it is none. */
  take(raw: Uint8Array, message: ReadMessage): Promise<MailReportResult>
  /** Reports an invalid message that is left for the operator. */
  reject(name: string): void
}

/** Data about a message besides its bytes. */
export interface ReadMessage {
  readonly name: string
  /** A previous reader crashed while handling this message. */
  readonly isRetry: boolean
}

/** Not a message; after any other error the message stays for the next read. */
export class BrokenMessage extends Error {}

/** The place itself could not be reached. */
export class PlaceUnreachable extends Error {}

/** Maximum number of messages in one read. */
export const MAX_MESSAGES_PER_READ = 500
