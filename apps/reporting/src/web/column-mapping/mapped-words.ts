import type { Field } from '@wayproof/evidence/import/field'
import type { FileColumn } from '@wayproof/evidence/mapping/file-columns'

/** The values that a word of the file may be mapped to; `isFreeText` allows any text. */
export interface WordChoices {
  readonly codes: readonly string[]
  readonly isFreeText: boolean
}

/** Lists the values of a field; null for a field that takes any text as it is. */
export function choicesOf({ kind, values }: Field): WordChoices | null {
  if (values) return { codes: values, isFreeText: false }
  if (kind === 'yes-no') return { codes: ['yes', 'no'], isFreeText: false }
  if (kind === 'text' || kind === 'list' || kind === 'month') return null
  return { codes: [], isFreeText: kind === 'integer' || kind === 'number' }
}

/** Lists the words of a column that the field does not know. */
export function oddWords(field: Field, { texts, dayFormats }: FileColumn): readonly string[] {
  const choices = choicesOf(field)
  if (!choices) return []
  if (choices.codes.length > 0) return texts.filter((text) => !choices.codes.includes(text))
  if (choices.isFreeText) return texts.filter((text) => !/^-?\d+(\.\d+)?$/.test(text))
  return dayFormats.length > 0 ? [] : texts.filter((text) => !/^\d+([-/.]\d+){2}|^\d{8}$/.test(text))
}

/** Maps one word to another value; undefined removes its mapping. */
export function withWord(
  words: Readonly<Record<string, Readonly<Record<string, string>>>>,
  field: string,
  word: string,
  meaning: string | undefined,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const { [word]: _, ...otherWords } = words[field] ?? {}
  return { ...words, [field]: meaning === undefined ? otherWords : { ...otherWords, [word]: meaning } }
}
