import type { ComposedMessage } from '../message/compose-message.ts'

/**
 * Result of an attempt. `written`: saved to the file `reply` in a folder. `deferred`: a retry may succeed. `failed`:
 * none will. `unreachable`: the server accepted no letter at all. `withdrawn`: the letter was not to be sent any
 * longer when the server was ready.
 */
export interface SmtpResult {
  readonly outcome: 'sent' | 'written' | 'deferred' | 'failed' | 'unreachable' | 'withdrawn'
  readonly reply: string
}

/** Resolves to true if a letter is still to be sent. */
export type MayGo = () => Promise<boolean>

export interface Transport {
  /** Where letters go: a mail server (host and port, no password), or a folder instead of one. */
  readonly kind: 'smtp' | 'folder'
  readonly place: string
  /**
   * Ends within `within` milliseconds over all steps; nothing is sent to a server after that. If the letter had to wait
   * for its server, `mayGo` is called before the message is sent.
   */
  send(message: ComposedMessage, within?: number, mayGo?: MayGo): Promise<SmtpResult>
  /** Null if the place would take a letter now, else its answer. Nothing is sent. */
  check(): Promise<string | null>
  close(): Promise<void>
}
