/** A message for exactly one mailbox. */
export type Message = Addressed & Body

/** Text and html, or both as quoted-printable where they are prepared. */
type Body =
  | { readonly html: string; readonly text: string; readonly encoded?: undefined }
  | { readonly encoded: { readonly html: string; readonly text: string } }

/** Addresses are bare and were parsed before. */
interface Addressed {
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  /** Envelope sender, to which a bounce goes. */
  readonly returnTo: string
  readonly to: string
  readonly subject: string
  readonly headers: Readonly<Record<string, string>>
  readonly at: Date
}

/**
 * What became of an attempt. `deferred`: this letter may pass later. `failed`: it never will. `unreachable`: the mail
 * server took no letter at all, which says nothing about this one. `withdrawn`: it was to go no more when the server was
 * ready for it.
 */
export interface SmtpResult {
  readonly outcome: 'sent' | 'deferred' | 'failed' | 'unreachable' | 'withdrawn'
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
  send(message: Message, within?: number, mayGo?: MayGo): Promise<SmtpResult>
  close(): Promise<void>
}
