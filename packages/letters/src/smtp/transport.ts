import type { ComposedMessage } from '../message/compose-message.ts'

/**
 * Result of an attempt. `written`: saved to the file `reply` in a folder. `deferred`: a retry may succeed. `failed`:
 * none will. `unreachable`: the server accepted no letter at all. `withdrawn`: the letter was no longer to be sent when
 * the server was ready.
 */
export interface SmtpResult {
  readonly outcome: 'sent' | 'written' | 'deferred' | 'failed' | 'unreachable' | 'withdrawn'
  readonly reply: string
}

/** Whether a letter is still to go. */
export type MayGo = () => Promise<boolean>

export interface Transport {
  /** Where letters go: a mail server (host and port, no password), or a folder instead of one. */
  readonly kind: 'smtp' | 'folder'
  readonly place: string
  /**
   * Ends `within` milliseconds, all steps together: by then no server is told anything more. `mayGo` is asked where the
   * letter had to wait for its server, before the command that the message belongs to; a letter that waited for nothing
   * costs no question.
   */
  send(message: ComposedMessage, within?: number, mayGo?: MayGo): Promise<SmtpResult>
  close(): Promise<void>
}
