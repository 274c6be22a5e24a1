import type { SurveyLanguages } from '@wayproof/forms/languages/ports'
import { languageTemplate, readLanguageFile } from '@wayproof/messages/added/language-file'

/** The file to translate; for a language that is here, with its name and sentences. */
export async function offerTemplate(
  languages: SurveyLanguages,
  input: { readonly tag: string; readonly name: string },
) {
  const read = readLanguageFile(JSON.stringify({ ...input, sentences: {} }))
  if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
  const saved = await languages.get(read.value.tag)
  return { outcome: 'template', tag: read.value.tag, json: languageTemplate(saved ?? read.value) } as const
}
