import type { Id } from '@wayproof/kernel/id'
import { isLocale, LOCALES, type Locale, nearestLocale } from '@wayproof/kernel/people/locale'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { readSignedToken, signedToken, type TokenShape } from './link-token.ts'

// A link is derived when a letter is sent and never stored: without the key, which is outside the database, no link can
// be forged.

/** Contents of a survey link. */
export interface SurveyLink {
  readonly invitationId: Id
  /** 0 to 255. */
  readonly generation: number
  /**
   * Language of its letter; English for a letter in an added language, which the URL names beside the token. The page
   * uses it without reading the traveler, who may have been erased since.
   */
  readonly locale: Locale
}

const UUID_BYTES = 16
const [GENERATION, LOCALE] = [UUID_BYTES, UUID_BYTES + 1]

/**
 * Payload: ID, generation and the index of a language in `LOCALES`. 144 bits of HMAC make a link unguessable and keep
 * the URL on one line of an email.
 */
const shape: TokenShape = { purpose: 'survey-link', payloadBytes: UUID_BYTES + 2, macBytes: 18 }

/** Contents of the survey link of a letter in any language. */
export interface LetterLink extends Omit<SurveyLink, 'locale'> {
  readonly locale: SurveyLanguage
}

/**
 * The part of a URL that names an added language; empty for those of the product. If the language is no longer spoken,
 * the page is in English.
 */
export const languageQuery = (language: SurveyLanguage): string => (isLocale(language) ? '' : `?lang=${language}`)

/** The secret part of a traveler's survey link: 48 characters of base64url. */
export function linkToken(keyring: Keyring, { invitationId, generation, locale }: LetterLink): string {
  const payload = Buffer.alloc(shape.payloadBytes)
  payload.write(invitationId.replaceAll('-', ''), 'hex')
  payload[GENERATION] = generation
  payload[LOCALE] = LOCALES.indexOf(nearestLocale(locale))
  return signedToken(keyring, shape, payload)
}

/** Contents of a token signed by this keyring, else null. The running time does not reveal the reason. */
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
