import type { Tokens } from '@wayproof/kernel/id'
import { equalBytes, type Keyring } from '@wayproof/kernel/secrets/keyring'

// OWASP, "Slow Down Online Guessing Attacks with Device Cookies": a browser that has signed in to an account has its
// own limit, so that guesses from elsewhere do not lock out the account's owner.

const NONCE = /^[\w-]{22}$/
const NONCE_BYTES = 16

/** Half a year. */
export const DEVICE_SECONDS = 182 * 24 * 3600

const markOf = (keyring: Keyring, account: string, nonce: string) =>
  keyring.mac('session', `device ${nonce} ${account.toLowerCase()}`)

/** Creates an ID of this browser for one account. */
export function newDeviceCookie({ keyring, tokens }: DeviceServices, account: string): string {
  const nonce = Buffer.from(tokens.bytes(NONCE_BYTES)).toString('base64url')
  return `${nonce}.${Buffer.from(markOf(keyring, account, nonce)).toString('base64url')}`
}

/** The ID of the browser if the cookie proves a sign-in to this account; else null. */
export function deviceOf(keyring: Keyring, cookie: string | null | undefined, account: string): string | null {
  const [nonce = '', mark = '', extra] = (cookie ?? '').split('.')
  if (!NONCE.test(nonce) || extra !== undefined) return null
  return equalBytes(Buffer.from(mark, 'base64url'), Buffer.from(markOf(keyring, account, nonce))) ? nonce : null
}

interface DeviceServices {
  readonly keyring: Keyring
  readonly tokens: Tokens
}
