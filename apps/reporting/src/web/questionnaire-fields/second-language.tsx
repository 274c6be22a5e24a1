import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { translatedInto } from '@wayproof/forms/questionnaire-draft/local-texts'
import { isLocale, LOCALES } from '@wayproof/kernel/people/locale'
import { languageName } from '@wayproof/messages/language-name'
import { createContext, use } from 'react'
import { useLanguage } from '../language.tsx'

/** An added language of the survey. */
export interface AddedLanguage {
  readonly tag: string
  /** In the language. */
  readonly name: string
  /** True if a version needs every text in it. */
  readonly isActive: boolean
}

interface SecondLanguage {
  readonly added: readonly AddedLanguage[]
  /** The language beside Chinese: English or an added one. */
  readonly second: string
  readonly choose: (language: string) => void
}

/** The language of the second column, the same in all panels of the editor. */
export const SecondLanguageContext = createContext<SecondLanguage>({
  ...{ added: [], second: LOCALES[1], choose: () => undefined },
})

export const useSecondLanguage = (): SecondLanguage => use(SecondLanguageContext)

/** The languages to edit: those in use, and others in which the questionnaire has a text, which is kept. */
export function editedLanguages(
  questionnaire: Questionnaire,
  stored: readonly AddedLanguage[],
): readonly AddedLanguage[] {
  const written = translatedInto(questionnaire)
  const usedLanguages = stored.filter(({ tag, isActive }) => isActive || written.includes(tag))
  const unknown = written.filter((tag) => !stored.some((each) => each.tag === tag))
  return [...usedLanguages, ...unknown.map((tag) => ({ tag, name: languageName(tag, 'en'), isActive: false }))]
}

/** Names a language of the survey in itself. */
export function useNameOfLanguage(): (language: string) => string {
  const { languages } = useLanguage().words.reporting.questionnaireItems
  const { added } = useSecondLanguage()
  return (language) =>
    isLocale(language) ? languages[language] : (added.find(({ tag }) => tag === language)?.name ?? language)
}
