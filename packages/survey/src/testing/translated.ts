import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { withWording } from '@wayproof/forms/questionnaire/survey-text'
import { localTexts } from '@wayproof/forms/questionnaire-draft/local-texts'

/** The questionnaire with every text in an added language as well: the English one after the tag. */
export function translated(questionnaire: Questionnaire, language: string): Questionnaire {
  const texts = new Set<unknown>(localTexts(questionnaire).map(({ text }) => text))
  const translate = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(translate)
    if (typeof value !== 'object' || value === null) return value
    const copy = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, translate(part)]))
    if (!texts.has(value)) return copy
    const text = copy as { readonly 'zh-CN': string; readonly en: string }
    return withWording(text, language, `${language} ${text.en}`)
  }
  return translate(questionnaire) as Questionnaire
}
