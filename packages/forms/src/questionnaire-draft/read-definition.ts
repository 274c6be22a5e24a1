import { type JsonFault, readJson } from '@wayproof/kernel/json/read-json'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { questionnaireFrom } from '../questionnaire/questionnaire-form.ts'

/** Longest file of a questionnaire, in characters. */
export const LONGEST_DEFINITION = 1_000_000
/** At most this many wrong places are named. */
const MOST_PLACES = 20

export type DefinitionFault =
  | { readonly code: 'definition-too-long' }
  | JsonFault
  /** Paths with a wrong structure, such as `items.3.en`; the empty path is the file itself. */
  | { readonly code: 'definition-malformed'; readonly places: readonly string[] }
  | { readonly code: 'other-questionnaire'; readonly id: string }

/** Reads the JSON form of a questionnaire; `id` is the questionnaire that it must belong to. */
export function readDefinition(
  text: string,
  id: string,
): { readonly ok: true; readonly value: Questionnaire } | { readonly ok: false; readonly fault: DefinitionFault } {
  const refused = (fault: DefinitionFault) => ({ ok: false, fault }) as const
  if (text.length > LONGEST_DEFINITION) return refused({ code: 'definition-too-long' })
  const json = readJson(text)
  if (!json.ok) return json
  const read = questionnaireFrom(json.value)
  if (!read.ok) return refused({ code: 'definition-malformed', places: read.places.slice(0, MOST_PLACES) })
  return read.value.id === id ? read : refused({ code: 'other-questionnaire', id: read.value.id })
}
