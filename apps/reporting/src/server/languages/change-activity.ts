import { checkSentences } from '@wayproof/messages/added'
import type { AddedLanguage, LanguageAct, SeenLanguage, SurveyLanguages } from '@wayproof/survey'

/** Activates a complete language, or deactivates one. */
export async function changeActivity(
  languages: SurveyLanguages,
  { tag, seen, isActive }: SeenLanguage & { readonly isActive: boolean },
  act: LanguageAct,
) {
  const language = await languages.get(tag)
  if (!language) return { outcome: 'unknown' } as const
  if (isActive && !isComplete(language)) return { outcome: 'incomplete' } as const
  const isSaved = await languages.setActive({ tag, seen }, isActive, act)
  return { outcome: isSaved ? 'saved' : 'changed' } as const
}

/** A saved sentence that no page uses is no fault: an update of the product may have removed it. */
function isComplete({ sentences, tag }: AddedLanguage): boolean {
  const { complete, all } = checkSentences(sentences, tag)
  return complete === all
}
