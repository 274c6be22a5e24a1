import { domainToASCII } from 'node:url'

/** An IMAP mailbox with its credentials. */
export interface MailboxPlace {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`imaps`), after STARTTLS (`imap`), or none if a setting says so. */
  readonly encryption: 'tls' | 'starttls' | 'none'
  readonly user: string
  readonly password: string
  /** The path of its folder, outermost first. */
  readonly folder: readonly [string, ...string[]]
}

const PORTS = { 'imaps:': 993, 'imap:': 143 } as const

/**
 * Reads `imaps://user:password@host:port/folder`; the folder is INBOX by default. `imap:` requires STARTTLS before the
 * password, unless the address ends in `?requireTLS=false`. Null if it is anything else.
 */
export function mailboxPlace(text: string): MailboxPlace | null {
  const url = URL.parse(text)
  const protocol = url?.protocol
  if (!url || (protocol !== 'imaps:' && protocol !== 'imap:') || url.hash !== '') return null
  if (url.search !== '' && (url.search !== '?requireTLS=false' || protocol === 'imaps:')) return null
  try {
    const [first = 'INBOX', ...deeper] = url.pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
    const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
    // The parser leaves the host of an unusual scheme unchanged.
    const host = url.hostname.startsWith('[')
      ? url.hostname.slice(1, -1)
      : domainToASCII(decodeURIComponent(url.hostname))
    if (host === '' || user === '' || password === '') return null
    return {
      host,
      port: Number(url.port || PORTS[protocol]),
      encryption: protocol === 'imaps:' ? 'tls' : url.search === '' ? 'starttls' : 'none',
      user,
      password,
      folder: [first, ...deeper],
    }
  } catch {
    // A percent sign without a valid byte.
    return null
  }
}
