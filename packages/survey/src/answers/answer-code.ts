import { BLANK, type CodedItem } from '@wayproof/forms/questionnaire/coded-item'
import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { type Completeness, completenessOf } from '@wayproof/forms/questionnaire/completeness'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { AnswerValues } from './answer.ts'

/**
 * Storage format of the answers to one questionnaire: one character per coded question, so that 10 million answers can
 * be recounted.
 */
export interface AnswerCode {
  readonly items: readonly CodedItem[]
  /**
   * `1` for an item's first value, `2` for its second …, `0` for a blank. Throws RangeError for a value the item does
   * not offer.
   */
  encode(values: AnswerValues): string
  /** Throws RangeError if the text is no answer to this questionnaire. */
  decode(text: string): AnswerValues
  /** Completeness of a stored answer. */
  completeness(text: string): Completeness
}

const codesByQuestionnaire = new WeakMap<Questionnaire, AnswerCode>()

/** Questions are in questionnaire order, without open texts; values are in the order of their codes. */
export function answerCode(questionnaire: Questionnaire): AnswerCode {
  const code = codesByQuestionnaire.get(questionnaire) ?? codeFor(questionnaire)
  codesByQuestionnaire.set(questionnaire, code)
  return code
}

function codeFor(questionnaire: Questionnaire): AnswerCode {
  const items = codedItems(questionnaire)
    .map(({ id, codes }) => ({ item: id, values: codes }))
    .filter(({ values }) => values.length > 0)
  const characters = items.map(({ item, values }) => ({
    item,
    of: new Map(values.map((value, n) => [value, String.fromCharCode(BLANK + 1 + n)])),
  }))
  return {
    items,
    completeness: completenessOf(questionnaire, items),
    encode: (values) => {
      let text = ''
      let encodedCount = 0
      for (const { item, of: characterOf } of characters) {
        const character = characterOf.get(values[item] ?? '')
        text += character ?? String.fromCharCode(BLANK)
        if (character !== undefined) encodedCount += 1
      }
      if (encodedCount < Object.keys(values).length) throw new RangeError('an answer holds what was not asked')
      return text
    },
    decode: (text) => {
      if (text.length !== items.length) throw new RangeError('a stored answer has another length')
      const entries = items.flatMap(({ item, values }, index) => {
        const value = text.charCodeAt(index) - BLANK - 1
        if (value === -1) return []
        if (values[value] === undefined) throw new RangeError(`a stored answer holds an unknown value of ${item}`)
        return [[item, values[value]] as const]
      })
      return Object.fromEntries(entries)
    },
  }
}
