import { NativeSelect } from '@mantine/core'
import type { Field } from '@wayproof/evidence/import/field'
import type { ColumnMapping } from '@wayproof/evidence/mapping/column-mapping'
import type { FileColumn } from '@wayproof/evidence/mapping/file-columns'
import ui from '../components/components.module.css'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { fieldLabel } from './field-label.ts'

interface MappedWordsFieldProps {
  readonly register: string
  readonly field: Field
  readonly column: FileColumn
  readonly words: ColumnMapping['words']
  readonly onChange: (words: ColumnMapping['words']) => void
}

const AS_IS = 'as-is'
const NONE = 'none'

/** Maps words of the file that the field does not know to the field's own values. */
export function MappedWordsField({ register, field, column, words, onChange }: MappedWordsFieldProps) {
  const { words: sentences } = useLanguage()
  const text = sentences.reporting.mapping
  const choices = choicesOf(field)
  const odd = oddWords(field, column)
  if (!choices || odd.length === 0) return null
  const meanings = words[field.name] ?? {}
  const values = sentences.registers.values
  const data = [
    { value: AS_IS, label: text.asIs },
    ...choices.codes.map((code) => ({ value: `=${code}`, label: values[code] ?? code })),
    ...(field.required ? [] : [{ value: NONE, label: text.none }]),
  ]
  const change = (word: string, meaning: string | undefined) => onChange(withWord(words, field.name, word, meaning))
  return (
    <fieldset className={ui.form}>
      <legend>{text.words(fieldLabel(register, sentences)(field.name))}</legend>
      <p className={ui.soft}>{text.wordsHint}</p>
      {odd.map((word) => {
        const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined
        return choices.isFreeText ? (
          <TextField
            key={word}
            label={word}
            inputMode="decimal"
            maxLength={20}
            value={meaning ?? ''}
            onChange={({ currentTarget: { value } }) => change(word, value === '' ? undefined : value)}
          />
        ) : (
          <NativeSelect
            key={word}
            label={word}
            value={meaning === undefined ? AS_IS : meaning === '' ? NONE : `=${meaning}`}
            data={data}
            onChange={({ currentTarget: { value } }) =>
              change(word, value === AS_IS ? undefined : value === NONE ? '' : value.slice(1))
            }
          />
        )
      })}
    </fieldset>
  )
}

/** The values that a word of the file may be mapped to; `isFreeText` allows any text. */
interface WordChoices {
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
