import type { ImapFlow, ImapFlowError } from 'imapflow'
import { type BounceSource, MAX_BYTES, PlaceUnreachable } from './bounce-source.ts'
import type { MailboxPlace } from './mailbox-place.ts'
import { type Reading, readMailbox } from './read-mailbox.ts'

/** Providers block clients that connect more often. */
const POLL_INTERVAL_MS = 30_000
/** Long enough that a wrong password does not lock the account. */
const TIMEOUT_MS = 3_600_000
/** How long a read may continue when the scheduler stops. */
const GRACE_MS = 2000
/** Time limit of a whole read, however slowly the server responds. */
const MAX_READ_MS = 600_000
const CONNECT_MS = 20_000
/** Longer than the time between two reads, during which the connection stays open. */
const SILENCE_MS = 2 * POLL_INTERVAL_MS

export interface MailboxChoices {
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds between two reads. */
  readonly intervalMs?: number
  /** Maximum milliseconds of a read. */
  readonly maxReadMs?: number
}

/** A mailbox on a mail server, read over IMAP through one connection that stays open between reads. */
export function bounceMailbox(
  place: MailboxPlace,
  { sleep, intervalMs = POLL_INTERVAL_MS, maxReadMs = MAX_READ_MS }: MailboxChoices,
): BounceSource {
  let openClient: ImapFlow | null = null
  let reading: Reading = { inFlight: new Set() }
  let validity: bigint | undefined
  const close = () => {
    openClient?.close()
    openClient = null
  }

  /** The mailbox, selected. */
  async function connect(): Promise<{ readonly client: ImapFlow; readonly release: () => void }> {
    if (!openClient?.usable) {
      openClient = await clientOf(place)
      await openClient.connect()
    }
    const client = openClient
    const { release } = await client.getMailboxLock([...place.folder])
    const now = client.mailbox === false ? undefined : client.mailbox.uidValidity
    // The server has renumbered its messages.
    if (now !== validity) reading = { inFlight: new Set() }
    validity = now
    return { client, release }
  }

  return {
    kind: 'mailbox',
    place: `${place.host}:${place.port}`,
    intervalMs,
    maxLookMs: TIMEOUT_MS,
    async poll(handler, signal) {
      let isPolling = true
      const closeAfter = async (milliseconds: number) => {
        await sleep(milliseconds)
        if (isPolling) close()
      }
      // Messages in progress are finished, if the server allows it.
      const end = () => void closeAfter(GRACE_MS)
      signal.addEventListener('abort', end)
      void closeAfter(maxReadMs)
      let errors: readonly unknown[] = []
      try {
        const { client, release } = await connect()
        try {
          errors = await readMailbox(client, handler, reading, signal)
        } finally {
          release()
        }
      } catch (error) {
        // The state of the connection is unknown, so a new one is opened.
        close()
        if (!signal.aborted) throw new PlaceUnreachable(inPlainWords(error), { cause: error })
      } finally {
        isPolling = false
        signal.removeEventListener('abort', end)
      }
      if (errors.length > 0) throw errors[0]
    },
    async close() {
      await Promise.race([openClient?.logout().catch(() => undefined), sleep(GRACE_MS)])
      close()
    },
  }
}

async function clientOf({ host, port, encryption, user, password }: MailboxPlace): Promise<ImapFlow> {
  // Loaded with the first read, because most schedulers read no mailbox.
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
    // The library's own limits are a gigabyte. A search that finds a million messages returns a line of 11 MB.
    maxLineLength: 16 * MAX_BYTES,
    maxLiteralSize: 2 * MAX_BYTES,
    maxResponseSize: 20 * MAX_BYTES,
  })
  // The next read notices a connection that broke since the last one.
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
