import { LOCALES } from '@wayproof/kernel/people/locale'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { SurveyLanguages } from './ports.ts'

/** Tags of the added languages in which travelers are written to. */
export async function activeTags(languages: Pick<SurveyLanguages, 'activeMarks'>): Promise<readonly SurveyLanguage[]> {
  return (await languages.activeMarks()).map(({ tag }) => tag)
}

/** Every language in which travelers are written to, those of the product first. */
export async function surveyTags(languages: Pick<SurveyLanguages, 'activeMarks'>): Promise<readonly SurveyLanguage[]> {
  return [...LOCALES, ...(await activeTags(languages))]
}
