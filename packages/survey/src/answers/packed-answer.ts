import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'

/** An answer as it is stored: its values as `AnswerCode` encodes them. */
export interface AnswerText {
  readonly values: string
  readonly comment: string | null
  /** Null without a comment. */
  readonly language: string | null
}

const STEP_BYTES = 512

/**
 * Most bytes that open texts of an answer take. A character takes at most 4, as text and as JSON, because control
 * characters except line ends and tabs are removed.
 */
export const longestText = ({ items }: Questionnaire): number =>
  items.reduce((sum, item) => sum + (isOpenText(item) ? 4 * item.maxLength : 0), 0)

/**
 * Size in bytes of every packed answer to a questionnaire, so that its size reveals neither whether there is a comment
 * nor how long it is.
 */
export function packedSize(questionnaire: Questionnaire): number {
  const blank = JSON.stringify(['0'.repeat(codedItems(questionnaire).length), LONGEST_LANGUAGE, ''])
  return Math.ceil((blank.length + longestText(questionnaire)) / STEP_BYTES) * STEP_BYTES
}

/** A tag has at most a language of three letters, a script and a region. */
const LONGEST_LANGUAGE = 'abc-Abcd-001'

/** Packs an answer into `size` bytes. Throws RangeError if it does not fit. */
export function packAnswer({ values, comment, language }: AnswerText, size: number): Uint8Array {
  const packed = Buffer.alloc(size, ' ')
  const text = JSON.stringify([values, language, comment])
  if (packed.write(text) !== Buffer.byteLength(text)) throw new RangeError('an answer is larger than its questionnaire')
  return packed
}

export function unpackAnswer(packed: Uint8Array): AnswerText {
  const [values, language, comment] = JSON.parse(Buffer.from(packed).toString()) as [
    string,
    string | null,
    string | null,
  ]
  return { values, comment, language }
}
