import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Outcome } from '@wayproof/kernel/outcome'
import { type Keyring, keyring as keysFrom } from '@wayproof/kernel/secrets/keyring'
import type { SurveyLink } from '../links/invitation-link.ts'
import { type Answer, type AnswerFault, readAnswer } from './answer.ts'
import { longestText } from './packed-answer.ts'

const DRAFT_BYTES = 8192
/** Longest name of a page. */
const PAGE_LENGTH = 10

/**
 * Size in bytes to which every draft of a questionnaire is padded before encryption, so that its size does not reveal
 * how much was typed.
 */
export function draftSize(questionnaire: Questionnaire): number {
  const longest = (codes: readonly string[]) => codes.reduce((a, b) => (b.length > a.length ? b : a), '')
  const values = codedItems(questionnaire).map(({ id, codes }) => [id, longest(codes)])
  const fullDraft = JSON.stringify({ values: Object.fromEntries(values), comment: '', page: '0'.repeat(PAGE_LENGTH) })
  return Math.ceil((Buffer.byteLength(fullDraft) + longestText(questionnaire)) / DRAFT_BYTES) * DRAFT_BYTES
}

/** Reads posted fields of an unfinished answer: no item is required and none is hidden. */
export function readDraft(
  questionnaire: Questionnaire,
  fields: Readonly<Record<string, string>>,
): Outcome<Answer, AnswerFault> {
  const items = questionnaire.items.map(({ required: _, showIf: __, ...item }) =>
    item.type === 'matrix' ? { ...item, rows: item.rows.map(({ required: ___, ...row }) => row) } : item,
  )
  return readAnswer({ ...questionnaire, items }, fields)
}

export const isBlank = ({ values, comment }: Answer): boolean => comment === null && Object.keys(values).length === 0

/** An unfinished answer. */
export interface Draft extends Answer {
  /** Random name of the open page that saved it automatically. */
  readonly page?: string
}

/** The draft that an open page continues, by its tag; null if it began without one. */
export interface ContinuedDraft {
  readonly page: string
  readonly tag: string | null
}

/** Identifies a sealed draft by its last bytes: two drafts differ there, even with the same content. */
export const draftTag = (sealed: Uint8Array): string => Buffer.from(sealed.subarray(-8)).toString('hex')

/**
 * True if nothing else was saved or deleted since. A page whose last response was lost knows an older tag, so its name
 * counts, too.
 */
export const isContinued = (
  stored: { readonly draft: Draft | null; readonly draftTag: string | null },
  { page, tag }: ContinuedDraft,
): boolean => stored.draftTag === tag || (stored.draft !== null && stored.draft.page === page)

/** A link from any letter of the same invitation, in any language. */
type DraftLink = Pick<SurveyLink, 'invitationId' | 'generation'>

/**
 * Encrypts a draft with a key derived from the link's invitation, its generation and the keyring, which is not in the
 * database. `nonce` has `NONCE_BYTES` random bytes; `size` is the questionnaire's draft size.
 */
export function sealDraft(
  keyring: Keyring,
  link: DraftLink,
  draft: Draft,
  { nonce, size }: { readonly nonce: Uint8Array; readonly size: number },
): Uint8Array {
  const text = JSON.stringify(draft)
  return draftKeys(keyring, link).seal('draft', text + ' '.repeat(size - Buffer.byteLength(text)), nonce)
}

/** Decrypts a draft; null if this link did not seal it, because an unreadable draft must not block answering. */
export function openDraft(keyring: Keyring, link: DraftLink, sealed: Uint8Array): Draft | null {
  try {
    return JSON.parse(draftKeys(keyring, link).open('draft', sealed)) as Draft
  } catch {
    return null
  }
}

const draftKeys = (keyring: Keyring, { invitationId, generation }: DraftLink): Keyring =>
  keysFrom(keyring.mac('draft', `${invitationId} ${generation}`))
