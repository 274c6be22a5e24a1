import type { Outcome } from '@wayproof/kernel'
import { type Keyring, keyring as keysFrom } from '@wayproof/kernel/keyring'
import type { SurveyLink } from '../links/invitation-link.ts'
import { codesOf } from '../questionnaire/item-codes.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { type Answer, type AnswerFault, readAnswer } from './answer.ts'

const DRAFT_BYTES = 8192

/**
 * Bytes that every draft of a questionnaire is made to have before it is sealed, the longest too: the size does not tell how
 * much was typed.
 */
export function draftSize(questionnaire: Questionnaire): number {
  const longest = (codes: Iterable<string>) => [...codes].reduce((a, b) => (b.length > a.length ? b : a), '')
  const values = questionnaire.items.map((item) => [item.id, longest(codesOf(questionnaire, item))])
  const all = JSON.stringify({ values: Object.fromEntries(values), comment: '' })
  // A character takes four bytes at most, as text and as JSON: control characters but line ends and tabs are not kept.
  const typed = questionnaire.items.reduce((sum, item) => sum + (item.type === 'text' ? 4 * item.maxLength : 0), 0)
  return Math.ceil((Buffer.byteLength(all) + typed) / DRAFT_BYTES) * DRAFT_BYTES
}

/** Reads posted fields of which any may still be blank: no question is required yet, and none hidden. */
export function readDraft(
  questionnaire: Questionnaire,
  fields: Readonly<Record<string, string>>,
): Outcome<Answer, AnswerFault> {
  const items = questionnaire.items.map(({ required: _, showIf: __, ...item }) => item)
  return readAnswer({ ...questionnaire, items }, fields)
}

export const isBlank = ({ values, comment }: Answer): boolean => comment === null && Object.keys(values).length === 0

/** The link of any letter about the same invitation, whatever its language. */
type DraftLink = Pick<SurveyLink, 'invitationId' | 'generation'>

/**
 * Only this link opens it: the key is derived from what the link leads to, and from the key outside the database. `nonce`
 * has `NONCE_BYTES` random bytes, `size` is the questionnaire's.
 */
export function sealDraft(
  keyring: Keyring,
  link: DraftLink,
  draft: Answer,
  { nonce, size }: { readonly nonce: Uint8Array; readonly size: number },
): Uint8Array {
  const text = JSON.stringify(draft)
  return draftKeys(keyring, link).seal('draft', text + ' '.repeat(size - Buffer.byteLength(text)), nonce)
}

/** Null for what this link did not seal: a draft that cannot be read must not keep anybody from answering. */
export function openDraft(keyring: Keyring, link: DraftLink, sealed: Uint8Array): Answer | null {
  try {
    return JSON.parse(draftKeys(keyring, link).open('draft', sealed)) as Answer
  } catch {
    return null
  }
}

const draftKeys = (keyring: Keyring, { invitationId, generation }: DraftLink): Keyring =>
  keysFrom(keyring.mac('draft', `${invitationId} ${generation}`))
