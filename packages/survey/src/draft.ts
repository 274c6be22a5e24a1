import type { Outcome } from '@wayproof/kernel'
import { type Keyring, keyring as keysFrom } from '@wayproof/kernel/keyring'
import { type Answer, type AnswerFault, readAnswer } from './answer.ts'
import type { Questionnaire } from './questionnaire.ts'

/** Sealed drafts have this many bytes or a multiple: their size does not tell how much was typed. */
const DRAFT_BYTES = 8192

/** Reads posted fields of which any may still be blank: no question is required yet, and none hidden. */
export function readDraft(
  questionnaire: Questionnaire,
  fields: Readonly<Record<string, string>>,
): Outcome<Answer, AnswerFault> {
  const items = questionnaire.items.map(({ required: _, showIf: __, ...item }) => item)
  return readAnswer({ ...questionnaire, items }, fields)
}

export const isBlank = ({ values, comment }: Answer): boolean => comment === null && Object.keys(values).length === 0

/** Only this link opens it: the key is derived from the link's token, which is stored nowhere. `nonce` has 12 random bytes. */
export function sealDraft(keyring: Keyring, token: string, draft: Answer, nonce: Uint8Array): Uint8Array {
  const text = JSON.stringify(draft)
  const length = Buffer.byteLength(text)
  return draftKeys(keyring, token).seal('draft', text + ' '.repeat(-length & (DRAFT_BYTES - 1)), nonce)
}

/** Null for what this link did not seal: a draft that cannot be read must not keep anybody from answering. */
export function openDraft(keyring: Keyring, token: string, sealed: Uint8Array): Answer | null {
  try {
    return JSON.parse(draftKeys(keyring, token).open('draft', sealed)) as Answer
  } catch {
    return null
  }
}

const draftKeys = (keyring: Keyring, token: string): Keyring => keysFrom(keyring.mac('draft', token))
