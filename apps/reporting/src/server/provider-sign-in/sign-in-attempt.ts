import type { Instant } from '@wayproof/kernel/clock'
import type { Tokens } from '@wayproof/kernel/id'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { equalBytes, type Keyring } from '@wayproof/kernel/secrets/keyring'

/** Time limit for the person at the provider. */
export const ATTEMPT_SECONDS = 600

const NONCE_BYTES = 16

export interface SignInAttempt {
  /** Text of the cookie, from which all secrets are derived. */
  readonly cookie: string
  readonly locale: Locale
  /** A path of this site. */
  readonly next: string | null
  /** Id of the session that the browser has already. The callback comes from another site, without its cookie. */
  readonly session: string | null
}

/** Secrets of one attempt that the provider sees. */
export interface AttemptSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

interface AttemptServices {
  readonly keyring: Keyring
  readonly tokens: Tokens
}

const macOf = (keyring: Keyring, purpose: string, text: string): Uint8Array =>
  keyring.mac('session', `provider ${purpose} ${text}`)

/** Creates an attempt. Only the browser's cookie stores it. */
export function newAttempt(
  { keyring, tokens }: AttemptServices,
  { locale, next, session }: Pick<SignInAttempt, 'locale' | 'next' | 'session'>,
  now: Instant,
): SignInAttempt {
  const nonce = Buffer.from(tokens.bytes(NONCE_BYTES)).toString('base64url')
  const text = [nonce, String(now), locale, Buffer.from(next ?? '').toString('base64url'), session ?? ''].join('.')
  return {
    locale,
    next,
    session,
    cookie: `${text}.${Buffer.from(macOf(keyring, 'attempt', text)).toString('base64url')}`,
  }
}

/** Reads the attempt of a cookie; null if the cookie is not ours, or too old. */
export function readAttempt(keyring: Keyring, cookie: string | undefined, now: Instant): SignInAttempt | null {
  const cookieParts = (cookie ?? '').split('.')
  const [nonce, beganAt, language, path, session, mark, extra] = cookieParts
  if (!cookie || nonce === undefined || path === undefined || mark === undefined || extra !== undefined) return null
  const isOwnCookie = equalBytes(
    Buffer.from(mark, 'base64url'),
    Buffer.from(macOf(keyring, 'attempt', cookieParts.slice(0, 5).join('.'))),
  )
  const locale = LOCALES.find((candidate) => candidate === language)
  const age = now - Number(beganAt)
  if (!isOwnCookie || !locale || age < 0 || age >= ATTEMPT_SECONDS * 1_000) return null
  return { cookie, locale, next: Buffer.from(path, 'base64url').toString() || null, session: session || null }
}

export function secretsOf(keyring: Keyring, { cookie }: SignInAttempt): AttemptSecrets {
  const secret = (purpose: string) => Buffer.from(macOf(keyring, purpose, cookie)).toString('base64url')
  return { state: secret('state'), nonce: secret('nonce'), codeVerifier: secret('verifier') }
}
