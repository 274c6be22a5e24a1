import type { SentenceTree } from '@wayproof/forms/languages/sentence-tree'
import { accentedLanguage } from '@wayproof/messages/testing/accented-language'
import type { SurveyAtWork } from './survey-at-work.ts'

const officer = { id: 'lin', name: 'Lin' }

/** Adds an active language whose sentences are the English ones with accents, except for the given ones. */
export async function addLanguage(
  { store, setTime, surveyApp }: SurveyAtWork,
  { tag = 'fr', name = 'Français', sentences }: { tag?: string; name?: string; sentences?: SentenceTree } = {},
): Promise<void> {
  const at = surveyApp.survey.clock.now()
  const content = { name, sentences: sentences ?? accentedLanguage(tag, name).sentences }
  const seen = (await store.languages.get(tag))?.revision ?? 0
  await store.languages.save({ tag, seen }, content, { by: officer, at })
  await store.languages.setActive({ tag, seen: seen + 1 }, true, { by: officer, at })
  setTime(at + 2000)
}

export async function deactivateLanguage({ store, setTime, surveyApp }: SurveyAtWork, tag = 'fr'): Promise<void> {
  const at = surveyApp.survey.clock.now()
  const seen = (await store.languages.get(tag))?.revision ?? 0
  await store.languages.setActive({ tag, seen }, false, { by: officer, at })
  setTime(at + 2000)
}
