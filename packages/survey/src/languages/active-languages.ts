import type { SurveyLanguage } from '@wayproof/kernel'
import type { SurveyLanguages } from './ports.ts'

/** Tags of the added languages in which travelers get letters and pages. */
export const activeLanguages = async (languages: Pick<SurveyLanguages, 'marks'>): Promise<readonly SurveyLanguage[]> =>
  (await languages.marks()).flatMap(({ tag, isActive }) => (isActive ? [tag] : []))
