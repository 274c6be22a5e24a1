import type { SurveyLanguages } from '@wayproof/forms/languages/ports'
import { checkSentences } from '@wayproof/messages/added/check-sentences'

/** The added languages, each with its completeness and the number of its travelers. */
export async function listLanguages(languages: SurveyLanguages) {
  const [added, travelers] = await Promise.all([languages.list(), languages.travelers()])
  return added.map(({ sentences, changed, ...language }) => {
    const { complete, all } = checkSentences(sentences, language.tag)
    return {
      ...{ ...language, complete, all, travelers: travelers.get(language.tag) ?? 0 },
      changed: { by: changed.by.name, at: changed.at },
    }
  })
}
