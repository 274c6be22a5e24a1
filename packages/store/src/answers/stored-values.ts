import type { AnswerCode, Correction } from '@wayproof/survey'
import type { StoredValues } from './answer-rows.ts'

/** The stored form of an answer: it has a language only with a comment. */
export function storedValues(
  code: AnswerCode,
  { values, comment, language }: Pick<Correction, 'values' | 'comment' | 'language'>,
): StoredValues {
  return { values: code.encode(values), comment, language: comment === null ? null : language }
}
