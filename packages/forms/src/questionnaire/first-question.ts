import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { type FixedLabels, type Option, optionsOf } from './asked-options.ts'
import { codedFrom } from './coded-items.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { SurveyText } from './survey-text.ts'

/** More options than this are a list that nobody reads in a letter. */
const MOST_OPTIONS = 7

/** A question that a letter can ask, because one option answers it. */
export interface FirstQuestion {
  /** ID of the item. */
  readonly item: string
  /** Wording above it; null if it stands alone. */
  readonly stem: SurveyText | null
  readonly text: SurveyText
  /** The options in the order of the form. */
  readonly options: (language: SurveyLanguage, labels: FixedLabels) => readonly Option[]
  /** Their codes in the same order, which is not that of the storage format. */
  readonly codes: readonly string[]
}

/**
 * The first question of a questionnaire, if it is a rating, a yes or no, or a single choice with few options; else null.
 */
export function firstQuestion(questionnaire: Questionnaire): FirstQuestion | null {
  const [item] = questionnaire.items
  if (!item || !(item.type === 'scale' || item.type === 'yes-no' || item.type === 'choice')) return null
  const [question] = codedFrom(questionnaire, item)
  if (!question || question.codes.length > MOST_OPTIONS) return null
  const options: FirstQuestion['options'] = (language, labels) => optionsOf(questionnaire, item, language, labels)
  const codes = options('en', { yes: '', no: '', dontKnow: '' }).map(({ code }) => code)
  return { item: item.id, stem: question.stem, text: item, options, codes }
}
