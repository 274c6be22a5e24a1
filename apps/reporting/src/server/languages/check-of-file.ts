import { checkSentences, type SentenceFault } from '@wayproof/messages/added/check-sentences'
import type { LanguageFile } from '@wayproof/messages/added/language-file'

/** The check of a file; values that are no text are not among its sentences. */
export function checkOfFile({ sentences, tag, otherValues }: LanguageFile) {
  const { faults, ...check } = checkSentences(sentences, tag)
  const others = new Set(otherValues)
  const notTexts = otherValues.map((path): SentenceFault => ({ path, code: 'not-text' }))
  return { ...check, faults: [...notTexts, ...faults.filter(({ path }) => !others.has(path))] }
}
