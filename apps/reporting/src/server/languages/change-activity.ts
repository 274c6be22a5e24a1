import { checkSentences } from '@wayproof/messages/added'
import type { LanguageAct, SeenLanguage, SurveyLanguages } from '@wayproof/survey'

/** Activates a complete language, or deactivates one. */
export async function changeActivity(
  languages: SurveyLanguages,
  { tag, seen, isActive }: SeenLanguage & { readonly isActive: boolean },
  act: LanguageAct,
) {
  const found = await languages.get(tag)
  if (!found) return { outcome: 'unknown' } as const
  if (isActive && checkSentences(found.sentences, tag).faults.length > 0) return { outcome: 'incomplete' } as const
  const isSaved = await languages.setActive({ tag, seen }, isActive, act)
  return { outcome: isSaved ? 'saved' : 'changed' } as const
}
