import { type Id, LOCALES, type Locale } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import { readSignedToken, signedToken, type TokenShape } from './link-token.ts'

// A link is derived when a letter is sent and never stored: without the key outside the database nobody can make one.

/** What a survey link leads to. */
export interface SurveyLink {
  readonly invitationId: Id
  /** 0 to 255. */
  readonly generation: number
  /** Language of the letter it stands in. The page is in it without a look at the traveler, who may have been erased since. */
  readonly locale: Locale
}

const UUID_BYTES = 16
const [GENERATION, LOCALE] = [UUID_BYTES, UUID_BYTES + 1]

/**
 * An id, a generation and the place of a language among `LOCALES`. 144 bits of the HMAC: nobody guesses a link, and the
 * address stays on one line of a mail.
 */
const shape: TokenShape = { purpose: 'survey-link', payloadBytes: UUID_BYTES + 2, macBytes: 18 }

/** The secret part of a traveler's survey link: 48 characters of base64url. */
export function linkToken(keyring: Keyring, { invitationId, generation, locale }: SurveyLink): string {
  const payload = Buffer.alloc(shape.payloadBytes)
  payload.write(invitationId.replaceAll('-', ''), 'hex')
  payload[GENERATION] = generation
  payload[LOCALE] = LOCALES.indexOf(locale)
  return signedToken(keyring, shape, payload)
}

/** What a token that this keyring made leads to, else null, in time that does not tell why. */
export function readLinkToken(keyring: Keyring, token: string): SurveyLink | null {
  const payload = readSignedToken(keyring, shape, token)
  if (payload === null) return null
  return {
    invitationId: uuidOf(payload.toString('hex', 0, UUID_BYTES)),
    generation: payload[GENERATION] ?? 0,
    locale: LOCALES[payload[LOCALE] ?? 0] ?? LOCALES[0],
  }
}

const uuidOf = (hex: string): Id =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
