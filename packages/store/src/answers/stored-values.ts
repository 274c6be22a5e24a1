import { answerCode, type Correction } from '@wayproof/survey'
import type { AnswerForm, StoredValues } from './answer-rows.ts'

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
