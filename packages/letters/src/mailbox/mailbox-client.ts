import type { ImapFlow } from 'imapflow'
import type { MailboxPlace } from './mailbox-place.ts'

/** Our letters have under 60 KB, so a much larger message is no bounce of one. */
export const MAX_BYTES: number = 1024 * 1024

const CONNECT_MS = 20_000

/** A client of a mailbox that is not connected yet. It breaks after `silence` milliseconds. */
export async function mailboxClient(
  { host, port, encryption, user, password }: MailboxPlace,
  silence: number,
): Promise<ImapFlow> {
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
    socketTimeout: silence,
    // The library's own limits are a gigabyte. A search that finds a million messages returns a line of 11 MB.
    maxLineLength: 16 * MAX_BYTES,
    maxLiteralSize: 2 * MAX_BYTES,
    maxResponseSize: 20 * MAX_BYTES,
  })
  // The next read notices a connection that broke since the last one.
  client.on('error', () => undefined)
  return client
}
