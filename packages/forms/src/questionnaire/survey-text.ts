import { isLocale, LOCALES, type LocalText } from '@wayproof/kernel/people/locale'

/** A text of a questionnaire: in the two languages of the product, and in any added language of the survey. */
export interface SurveyText extends LocalText {
  /** By the tag of an added language. Absent if there are none, as in versions before languages could be added. */
  readonly translations?: Readonly<Record<string, string>>
}

/** The wording in one language; null if the text does not have it. */
export function wordingIn(text: SurveyText, language: string): string | null {
  if (isLocale(language)) return text[language]
  const { translations = {} } = text
  return Object.hasOwn(translations, language) ? (translations[language] ?? null) : null
}

/** The text as a reader of a language sees it: in English where it is not translated. */
export function textIn(text: SurveyText, language: string): string {
  const wording = wordingIn(text, language)
  return wording?.trim() ? wording : text.en
}

/** The language that a reader of another one sees instead, because the text has no wording in theirs. */
export const fallbackLanguage = (text: SurveyText, language: string): 'en' | undefined =>
  wordingIn(text, language)?.trim() ? undefined : 'en'

/** The text with another wording in one language. An empty translation is removed, so that the text is as without it. */
export function withWording<T extends SurveyText>(text: T, language: string, wording: string): T {
  if (isLocale(language)) return { ...text, [language]: wording }
  const { translations: previous = {}, ...rest } = text
  const translations = { ...previous, [language]: wording }
  const entries = Object.entries(translations)
    .filter(([, each]) => each !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { ...(rest as T), ...(entries.length > 0 && { translations: Object.fromEntries(entries) }) }
}

/** Only the wordings of a question or an option. */
export const surveyTextOf = ({ 'zh-CN': zh, en, translations }: SurveyText): SurveyText => ({
  ...{ 'zh-CN': zh, en },
  ...(translations && { translations }),
})

/** All wordings of a text, in every language that it has. */
export const allWordings = (text: SurveyText): readonly string[] => [
  ...LOCALES.map((locale) => text[locale]),
  ...Object.values(text.translations ?? {}),
]
