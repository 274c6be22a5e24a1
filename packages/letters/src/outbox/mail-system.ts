import type { Email } from 'postal-mime'

const MAIL_SYSTEM =
  /^(?:mailer[-_. ]?daemon|postmaster|mail[-_. ]?daemon|mdaemon|mail-?system|mailsystem|delivery-?system|mmdf|bounces?)$/
const NAMED =
  /\b(?:mailer-daemon|mail delivery (?:sub)?system|mail administrator|mail system|internet mail delivery|postmaster)\b/
const UNDELIVERED =
  /undeliver|delivery (?:has )?(?:fail|status|problem|error|report)|(?:mail|message) delivery|failure notice|returned mail|return(?:ed)? to sender|mail (?:system )?error|failed (?:mail|delivery)|could ?(?:not|n.t) be delivered|non-?deliver|not delivered|nondeliverable|退信|投递失败|系统退回|未送达|无法送达|unzustellbar|non remis|échec|mancata consegna|no se puede entregar|配信(?:不能|エラー)|не доставлено/i

/** Returns true if a mail server wrote this, not a person. Servers write their own name with and without a domain. */
export function isFromMailSystem({ from, sender, headers, subject = '' }: Email): boolean {
  const headerOf = (name: string) => headers.find(({ key }) => key === name)?.value ?? ''
  const addresses = [from?.address, sender?.address].map((address) => (address ?? '').toLowerCase())
  if (addresses.some((address) => MAIL_SYSTEM.test(address.split('@', 1)[0] ?? ''))) return true
  const nameless = addresses.every((address) => !address.includes('@'))
  if (nameless && NAMED.test(`${headerOf('from')} ${headerOf('sender')}`.slice(0, 1000).toLowerCase())) return true
  if (/<\s*>/.test(headerOf('from').slice(0, 1000))) return true
  const isReport = /^multipart\/report\b/i.test(headerOf('content-type')) || headerOf('x-failed-recipients') !== ''
  return isReport || UNDELIVERED.test(subject.slice(0, 1000))
}
