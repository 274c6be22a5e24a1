import type { SettingName } from './setting-names.ts'

/** Settings that are a secret as a whole. */
const SECRETS: readonly SettingName[] = [
  'MAIL_EVENTS_SECRET',
  'MAIL_EVENTS_PASSWORD',
  'MAIL_EVENTS_MAILGUN_KEY',
  'OIDC_CLIENT_SECRET',
  'WEB_HOOK_SECRET',
  'WEB_HOOK_URL',
]

/** Settings with an address that may contain a password. */
const ADDRESSES: readonly SettingName[] = ['DATABASE_URL', 'SMTP_URL', 'BOUNCE_IMAP_URL', 'CHECK_MAILBOX_URL']

/** The secrets in the environment, as they are written there and as they are sent, for masking them in a log. */
export function secretValues(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const wholes = SECRETS.flatMap((name) => environment[name] ?? [])
  const passwords = ADDRESSES.flatMap((name) => {
    const password = URL.parse(environment[name] ?? '')?.password ?? ''
    return [password, decoded(password)]
  })
  return [...new Set([...wholes, ...passwords])].filter((secret) => secret !== '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
