import type { LogoPart } from './logo-part.ts'

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
  /** Where answers go. Absent: to the sender. */
  readonly replyTo?: string | undefined
  /** Envelope sender, to which a bounce goes. */
  readonly returnTo: string
  readonly to: string
  readonly subject: string
  readonly headers: Readonly<Record<string, string>>
  readonly at: Date
  /** ID of the letter for Postmark, which replaces the Message-ID. Absent: another server takes the letter. */
  readonly postmarkId?: string | undefined
  /** The logo that the HTML shows. Absent: it shows none. */
  readonly logo?: LogoPart | undefined
  /** A file after text and html; its name is of letters, digits, dots and hyphens. */
  readonly attached?: { readonly name: string; readonly pdf: Uint8Array }
}
