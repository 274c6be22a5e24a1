import type { ComposedMessage } from '../message/compose-message.ts'

/**
 * What became of an attempt. `written`: it lies in a folder, and `reply` is the name of its file. `deferred`: this letter may pass later. `failed`: it never will. `unreachable`: the mail
 * server took no letter at all, which says nothing about this one. `withdrawn`: it was to go no more when the server was
 * ready for it.
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
