import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'

/** A stored message of a conversation: author, purpose, day and encrypted text. */
export interface SealedWords<Author extends string, Purpose extends string> {
  readonly author: Author
  readonly purpose: Purpose
  readonly day: CalendarDate
  readonly textSealed: Uint8Array
}

export interface OpenWords<Author extends string, Purpose extends string> {
  readonly author: Author
  readonly purpose: Purpose
  readonly day: CalendarDate
  readonly text: string
}

type Under = 'case-text' | 'report-text'

export const sealWords = <Author extends string, Purpose extends string>(
  { keyring, tokens }: { readonly keyring: Keyring; readonly tokens: Tokens },
  under: Under,
  { text, ...words }: OpenWords<Author, Purpose>,
): SealedWords<Author, Purpose> => ({ ...words, textSealed: keyring.seal(under, text, tokens.bytes(NONCE_BYTES)) })

export const openWords = <Author extends string, Purpose extends string>(
  keyring: Keyring,
  under: Under,
  { textSealed, ...words }: SealedWords<Author, Purpose>,
): OpenWords<Author, Purpose> => ({ ...words, text: keyring.open(under, textSealed) })
