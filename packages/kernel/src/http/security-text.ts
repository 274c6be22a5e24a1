import type { Instant } from '../clock.ts'

/** Where `security.txt` is served (RFC 9116). */
export const SECURITY_TEXT_PATH = '/.well-known/security.txt'

const DAY_MS = 86_400_000
/** RFC 9116 asks for less than a year. */
const VALID_DAYS = 180

interface Contact {
  /** The public address of the site, without a trailing slash. */
  readonly url: string
  readonly email: string
  readonly now: Instant
}

/** The content of `security.txt`: whom to write about a security fault. It changes once a day. */
export function securityText({ url, email, now }: Contact): string {
  const at = email.lastIndexOf('@')
  const mailbox = `${encodeURIComponent(email.slice(0, at))}${email.slice(at)}`
  const expires = new Date((Math.floor(now / DAY_MS) + VALID_DAYS) * DAY_MS)
  const lines = [
    `Contact: mailto:${mailbox}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${url}${SECURITY_TEXT_PATH}`,
  ]
  return `${lines.join('\n')}\n`
}
