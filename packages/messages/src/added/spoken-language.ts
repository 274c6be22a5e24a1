import type { ActiveLanguage, SurveyLanguages } from '@wayproof/forms/languages/ports'
import { type SurveyLanguage, textDirection } from '@wayproof/kernel/people/survey-language'
import type { TravelerSentences } from '../traveler-sentences.ts'

/** An added language with its sentences, as pages and letters use it. */
export interface SpokenLanguage {
  readonly tag: SurveyLanguage
  readonly name: string
  readonly revision: number
  readonly direction: 'ltr' | 'rtl'
  readonly sentences: TravelerSentences
}

/** Builds the sentences of a language. An installation without an added one does not load the parser of patterns. */
export async function speakLanguage({ tag, name, revision, sentences }: ActiveLanguage): Promise<SpokenLanguage> {
  const { buildSentences } = await import('./build-sentences.ts')
  return { tag, name, revision, direction: textDirection(tag), sentences: buildSentences(sentences, tag) }
}

/** Returns an added language, active or not, or null if it is not saved. */
export type PreviewLanguage = (tag: SurveyLanguage) => Promise<SpokenLanguage | null>

/** Shows officers a language before travelers get it. */
export const previewLanguage =
  (languages: Pick<SurveyLanguages, 'get'>): PreviewLanguage =>
  async (tag) => {
    const language = await languages.get(tag)
    return language && speakLanguage(language)
  }
