import type { Dialect } from '@wayproof/database/query/dialect'
import { mailedCode } from '@wayproof/evidence/rights/mailed-code'
import type { FirstQuestion } from '@wayproof/forms/questionnaire/first-question'
import type { Id } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { Letter } from '../letter/letter.ts'
import type { ClaimedLetter, UnreadableLetter } from './outbox.ts'
import type { SkipReason } from './skip-reason.ts'

export interface DueRow {
  readonly id: Id
  readonly fence: number
  readonly attempts: number
  readonly kind: string
  readonly locale: string
  readonly data: string
  readonly recipient_kind: string
  readonly recipient_id: string
  /** Null for a letter that belongs to no wave. */
  readonly wave_id: Id | null
  /** The reason not to send it. */
  readonly skipReason: SkipReason | null
  readonly email_sealed: Uint8Array | null
  readonly user_email: string | null
  readonly contact_sealed: Uint8Array | null
  readonly text_sealed: Uint8Array | null
  /** JSON: the archived letter of an edition. */
  readonly archived: string | null
  /** The PDF attached to it. */
  readonly pdf: Uint8Array | null
}

/** SQL: the content that a letter's row only refers to: the address, the text of an answer, and an archived letter. */
export function sealedParts({ isJson, jsonField, jsonObject }: Dialect): string {
  const isSummary = `letter.kind = 'executive-summary' AND ${isJson('letter.data')}`
  const edition = jsonField(jsonField('letter.data', 'edition'), 'id')
  const ofEdition = `FROM edition_letter WHERE edition_id = ${edition}
        AND reader = ${jsonField('letter.data', 'reader')} AND edition_letter.locale = letter.locale`
  return `CASE recipient_kind WHEN 'traveler' THEN
      (SELECT email_sealed FROM traveler WHERE traveler.id = letter.recipient_id) END AS email_sealed,
    CASE recipient_kind WHEN 'user' THEN
      (SELECT email FROM "user" WHERE "user".id = letter.recipient_id) END AS user_email,
    CASE recipient_kind WHEN 'rights-case' THEN
      (SELECT contact_sealed FROM rights_case WHERE rights_case.id = letter.recipient_id) END AS contact_sealed,
    CASE WHEN recipient_kind = 'rights-case' AND ${isJson('letter.data')} THEN
      (SELECT text_sealed FROM rights_message WHERE rights_message.case_id = letter.recipient_id
        AND CAST(rights_message.number AS TEXT) = ${jsonField('letter.data', 'number')}) END AS text_sealed,
    CASE WHEN ${isSummary} THEN
      (SELECT ${jsonObject({ subject: 'subject', html: 'html', text: 'text' })} ${ofEdition}) END AS archived,
    CASE WHEN ${isSummary} THEN (SELECT pdf ${ofEdition}) END AS pdf`
}

type Part = UnreadableLetter['part']
type Opened = { readonly letter: ClaimedLetter } | { readonly damaged: Part }

/**
 * Decrypts and derives the content of a letter at the last moment, or names its damaged part. `question` is the one
 * that a survey letter asks.
 */
export function claimedLetter(row: DueRow, keyring: Keyring, question: FirstQuestion | null): Opened {
  let part: Part = 'data'
  try {
    const data: unknown = JSON.parse(row.data)
    if (typeof data !== 'object' || data === null) return { damaged: part }
    part = 'text'
    const letter = {
      kind: row.kind,
      locale: row.locale,
      // A test letter of a draft opens the draft, whose first question may be another.
      data: filledIn(row, question && !('draft' in data) ? { ...data, question } : data, keyring),
    } as Letter
    part = 'address'
    const to = addressOf(row, keyring)
    const claimed = { id: row.id, fence: row.fence, attempt: row.attempts + 1, to, letter }
    return { letter: row.pdf ? { ...claimed, pdf: row.pdf } : claimed }
  } catch {
    return { damaged: part }
  }
}

function addressOf({ email_sealed, contact_sealed, user_email, recipient_id }: DueRow, keyring: Keyring): string {
  if (email_sealed) return keyring.open('address', email_sealed)
  return contact_sealed ? keyring.open('case-contact', contact_sealed) : (user_email ?? recipient_id)
}

function filledIn({ kind, text_sealed, archived }: DueRow, data: { codeId?: Id }, keyring: Keyring): object {
  if (kind === 'rights-code' && data.codeId) return { ...data, code: mailedCode(keyring, data.codeId) }
  if (archived) return { ...data, archived: JSON.parse(archived) as unknown }
  return text_sealed ? { ...data, text: keyring.open('case-text', text_sealed) } : data
}
