import { MAX_BYTES, mailboxClient } from './mailbox-client.ts'
import type { MailboxPlace } from './mailbox-place.ts'

/** A message as its receiver stored it. */
export interface FoundMessage {
  readonly text: string
  /** The Authentication-Results that the receiver added last; null if there is none. */
  readonly authenticationResults: string | null
}

const SILENCE_MS = 30_000

/** Reads the message with an id from a mailbox and leaves it there; null if it has not arrived. Throws ImapFlowError. */
export async function findMessage(place: MailboxPlace, messageId: string): Promise<FoundMessage | null> {
  const client = await mailboxClient(place, SILENCE_MS)
  try {
    await client.connect()
    await client.mailboxOpen([...place.folder], { readOnly: true })
    const uids = await client.search({ header: { 'message-id': messageId } }, { uid: true })
    const uid = uids ? uids.at(-1) : undefined
    if (uid === undefined) return null
    const message = await client.fetchOne(`${uid}`, { source: { start: 0, maxLength: MAX_BYTES } }, { uid: true })
    const source = message ? message.source : undefined
    return source ? await readMessage(source) : null
  } finally {
    client.close()
  }
}

async function readMessage(source: Uint8Array): Promise<FoundMessage> {
  const { default: PostalMime } = await import('postal-mime')
  const { text = '', headers } = await PostalMime.parse(source)
  return { text, authenticationResults: headers.find(({ key }) => key === 'authentication-results')?.value ?? null }
}
