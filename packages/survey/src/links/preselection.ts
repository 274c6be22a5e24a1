import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'

/** An option of a question that a link in a letter selects in the form. Opening the link stores nothing. */
export interface Preselection {
  readonly item: string
  readonly value: string
}

/** The parameter of a link that has the code. */
export const PRESELECTION = 'p'

/** The fragment of such a link, and the ID on the page: the place below the answered question. No server gets it. */
export const PRESELECTED = 'next'

/** 96 bits, so that codes do not collide, and no base64url character has unused bits. */
const CODE_BYTES = 12

/** Canonical base64url. */
const CODE = /^[\w-]{16}$/

const contents = (token: string, { item, value }: Preselection): string => JSON.stringify([token, item, value])

/**
 * The code of an option in the link with `token`. Without the key nobody can tell the option from it, so an address in
 * a log or in a browser's history does not reveal the choice.
 */
export const preselectionCode = (keyring: Keyring, token: string, choice: Preselection): string =>
  Buffer.from(keyring.mac('preselection', contents(token, choice)).subarray(0, CODE_BYTES)).toString('base64url')

/** The option of the first question that `code` selects; null for the code of another link, or any other text. */
export function readPreselection(
  keyring: Keyring,
  token: string,
  questionnaire: Questionnaire,
  code: string,
): Preselection | null {
  const question = firstQuestion(questionnaire)
  if (!question || !CODE.test(code)) return null
  const mac = Buffer.from(code, 'base64url')
  // Compares with every option, so that the time does not depend on the choice.
  const [choice = null] = question.codes
    .map((value) => ({ item: question.item, value }))
    .filter((candidate) => keyring.verify('preselection', contents(token, candidate), mac))
  return choice
}
