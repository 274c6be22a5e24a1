import type { ImapFlow, ImapFlowError } from 'imapflow'
import { type BounceSource, MOST_BYTES, PlaceUnreachable } from './bounce-source.ts'
import type { MailboxPlace } from './mailbox-place.ts'
import { type Reading, readMailbox } from './read-mailbox.ts'

/** Providers block clients that ask more often. */
const LOOK_EVERY_MS = 30_000
/** A password that is wrong is not tried until the account is locked. */
const LONGEST_MS = 3_600_000
/** How long a look may go on when the scheduler ends. */
const GRACE_MS = 2000
/** The longest that a whole look may take, however slowly the server talks on. */
const LONGEST_LOOK_MS = 600_000
const CONNECT_MS = 20_000
/** Longer than the time between two looks, in which the connection stays open. */
const SILENCE_MS = 2 * LOOK_EVERY_MS

export interface MailboxChoices {
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds between two looks. */
  readonly every?: number
  /** Milliseconds of a look at most. */
  readonly longestLook?: number
}

/** A mailbox on a mail server, read over IMAP through one connection that is kept from look to look. */
export function bounceMailbox(
  place: MailboxPlace,
  { sleep, every = LOOK_EVERY_MS, longestLook = LONGEST_LOOK_MS }: MailboxChoices,
): BounceSource {
  let kept: ImapFlow | null = null
  let reading: Reading = { inHands: new Set() }
  let validity: bigint | undefined
  const close = () => {
    kept?.close()
    kept = null
  }

  /** The mailbox, selected. */
  async function opened(): Promise<{ readonly client: ImapFlow; readonly release: () => void }> {
    if (!kept?.usable) {
      kept = await clientOf(place)
      await kept.connect()
    }
    const client = kept
    const { release } = await client.getMailboxLock([...place.folder])
    const now = client.mailbox === false ? undefined : client.mailbox.uidValidity
    // The server has renumbered its messages.
    if (now !== validity) reading = { inHands: new Set() }
    validity = now
    return { client, release }
  }

  return {
    kind: 'mailbox',
    place: `${place.host}:${place.port}`,
    every,
    longest: LONGEST_MS,
    async look(taker, signal) {
      let looking = true
      const closeAfter = async (milliseconds: number) => {
        await sleep(milliseconds)
        if (looking) close()
      }
      // Messages in progress are finished, if the server allows it.
      const end = () => void closeAfter(GRACE_MS)
      signal.addEventListener('abort', end)
      void closeAfter(longestLook)
      let errors: readonly unknown[] = []
      try {
        const { client, release } = await opened()
        try {
          errors = await readMailbox(client, taker, reading, signal)
        } finally {
          release()
        }
      } catch (error) {
        // In what state the connection is, is not known; a fresh one is certain.
        close()
        if (!signal.aborted) throw new PlaceUnreachable(inPlainWords(error), { cause: error })
      } finally {
        looking = false
        signal.removeEventListener('abort', end)
      }
      if (errors.length > 0) throw errors[0]
    },
    async close() {
      await Promise.race([kept?.logout().catch(() => undefined), sleep(GRACE_MS)])
      close()
    },
  }
}

async function clientOf({ host, port, encryption, user, password }: MailboxPlace): Promise<ImapFlow> {
  // Loaded with the first look: most schedulers read no mailbox.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host,
    port,
    secure: encryption === 'tls',
    doSTARTTLS: encryption === 'tls' ? undefined : encryption === 'starttls',
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // The library's own limits are a gigabyte. A search that finds a million messages makes a line of 11 MB.
    maxLineLength: 16 * MOST_BYTES,
    maxLiteralSize: 2 * MOST_BYTES,
    maxResponseSize: 20 * MOST_BYTES,
  })
  // A connection that breaks between two looks is found unusable by the next.
  client.on('error', () => undefined)
  return client
}

/** Names faults that an operator can fix, by the server's codes, because its sentences may contain the mailbox. */
function inPlainWords(error: unknown): string {
  const { authenticationFailed, mailboxMissing, serverResponseCode = '', message } = error as ImapFlowError
  const code = /^[A-Z-]{1,40}$/.test(serverResponseCode) ? ` (${serverResponseCode})` : ''
  if (authenticationFailed) return `the mail server refused the name or the password${code}`
  return mailboxMissing ? `the mailbox has no such folder${code}` : `${message}${code}`
}
