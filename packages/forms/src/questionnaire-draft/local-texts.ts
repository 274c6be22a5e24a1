import { LOCALES } from '@wayproof/kernel/people/locale'
import { type SurveyText, wordingIn } from '../questionnaire/survey-text.ts'

/** A text of a questionnaire, with the path of its object: `items.3.options.0`. */
export interface PlacedText {
  readonly path: string
  readonly text: SurveyText
}

/** Every text inside a value, in the order of the file. Works for every type of question. */
export function localTexts(value: unknown, path = ''): readonly PlacedText[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([name, part]) =>
    localTexts(part, path === '' ? name : `${path}.${name}`),
  )
  return isLocalText(value) ? [{ path, text: value }, ...within] : within
}

const isText = (value: unknown): boolean => typeof value === 'string'

/** Fields that the form does not know are kept as they are, so one may only look like a text. */
const isLocalText = (value: object): value is SurveyText =>
  LOCALES.every((locale) => isText(Reflect.get(value, locale))) && isTranslations(Reflect.get(value, 'translations'))

const isTranslations = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.values(value).every(isText))

/** How many texts of a value have a language. */
export interface Completeness {
  readonly filled: number
  readonly all: number
}

export function completenessIn(value: unknown, language: string): Completeness {
  const texts = localTexts(value)
  return { filled: texts.filter(({ text }) => wordingIn(text, language)?.trim()).length, all: texts.length }
}

/** The added languages in which a value has a text, sorted. */
export const translatedInto = (value: unknown): readonly string[] =>
  [...new Set(localTexts(value).flatMap(({ text }) => Object.keys(text.translations ?? {})))].toSorted()
