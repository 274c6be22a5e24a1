import { answerCode } from './answer-code.ts'
import type { AnswerForm, StoredValues } from './answer-rows.ts'
import type { Correction } from './ports.ts'

/** The stored form of an answer: it has a language only with a comment. */
export function storedValues(
  { questionnaire, cipher }: AnswerForm,
  { values, comment, language }: Pick<Correction, 'values' | 'comment' | 'language'>,
): StoredValues {
  const text = {
    values: answerCode(questionnaire).encode(values),
    comment,
    language: comment === null ? null : language,
  }
  return cipher ? { ...BLANK, encrypted: cipher.encryptAnswer(text, questionnaire) } : { ...text, encrypted: null }
}

const BLANK = { values: '', comment: null, language: null }
