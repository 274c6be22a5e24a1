import type { Locale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { firstQuestion, type Option, type Questionnaire } from '@wayproof/survey'

/** The first question of a wave as its letters ask it. Each option is a link that selects it in the form. */
export interface LetterQuestion {
  /** ID of the item. */
  readonly item: string
  /** Wording above the question; null if it stands alone. */
  readonly stem: string | null
  readonly text: string
  readonly options: readonly Option[]
}

/** The question for letters in `locale`, in English if the questionnaire lacks it; null if a letter cannot ask it. */
export function letterQuestion(questionnaire: Questionnaire, locale: Locale): LetterQuestion | null {
  const question = firstQuestion(questionnaire)
  if (!question) return null
  const language = Object.hasOwn(question.text, locale) ? locale : 'en'
  return {
    item: question.item,
    stem: question.stem?.[language] ?? null,
    text: question.text[language],
    options: question.options(language, messages(language).survey.fixed),
  }
}
