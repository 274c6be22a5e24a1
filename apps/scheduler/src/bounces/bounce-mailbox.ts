import { mailboxClient } from '@wayproof/letters/mailbox/mailbox-client'
import { mailboxFault } from '@wayproof/letters/mailbox/mailbox-fault'
import type { MailboxPlace } from '@wayproof/letters/mailbox/mailbox-place'
import type { ImapFlow } from 'imapflow'
import { type BounceSource, PlaceUnreachable } from './bounce-source.ts'
import { type Reading, readMailbox } from './read-mailbox.ts'

/** Providers block clients that connect more often. */
const POLL_INTERVAL_MS = 30_000
/** Long enough that a wrong password does not lock the account. */
const TIMEOUT_MS = 3_600_000
/** How long a read may continue when the scheduler stops. */
const GRACE_MS = 2000
/** Time limit of a whole read, however slowly the server responds. */
const MAX_READ_MS = 600_000
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
      openClient = await mailboxClient(place, SILENCE_MS)
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
        if (!signal.aborted) throw new PlaceUnreachable(mailboxFault(error), { cause: error })
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
