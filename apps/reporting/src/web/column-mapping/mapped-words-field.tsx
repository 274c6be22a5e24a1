import { NativeSelect } from '@mantine/core'
import type { Field } from '@wayproof/evidence/import/field'
import type { ColumnMapping } from '@wayproof/evidence/mapping/column-mapping'
import type { FileColumn } from '@wayproof/evidence/mapping/file-columns'
import ui from '../components/components.module.css'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { fieldLabel } from './field-label.ts'
import { choicesOf, oddWords, withWord } from './mapped-words.ts'

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
