import PostalMime, { type Email } from 'postal-mime'

/** A letter as it arrived: its contents, and its envelope. */
export interface Mail {
  readonly number: number
  /** The one recipient of the envelope. */
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text: string
  /** With the pictures of the message, as mail programs show it. */
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
  /** Type and size of each attachment. */
  readonly attachments: readonly { readonly type: string; readonly bytes: number }[]
}

/** Reads a message that came over SMTP. */
export async function readMail(number: number, to: string, raw: Buffer): Promise<Mail> {
  const email = await PostalMime.parse(raw)
  return {
    number,
    to,
    from: email.from?.address ?? '',
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: withPictures(email),
    attachments: email.attachments.map(({ mimeType, content }) => ({
      type: mimeType,
      bytes: Buffer.from(content as ArrayBuffer).length,
    })),
    headers: Object.fromEntries(email.headers.map(({ key, value }) => [key.toLowerCase(), value])),
  }
}

const withPictures = ({ html = '', attachments }: Email): string =>
  attachments.reduce(
    (shown, { contentId, mimeType, content }) =>
      contentId === undefined
        ? shown
        : shown.replaceAll(
            `cid:${contentId.slice(1, -1)}`,
            `data:${mimeType};base64,${Buffer.from(content as ArrayBuffer).toString('base64')}`,
          ),
    html,
  )
