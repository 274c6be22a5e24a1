import { NativeSelect } from '@mantine/core'
import type { Field } from '@wayproof/evidence/import/field'
import type { ColumnMapping } from '@wayproof/evidence/mapping/column-mapping'
import ui from '../components/components.module.css'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { fieldLabel } from './field-label.ts'

interface MappedConstantsProps {
  readonly register: string
  readonly fields: readonly Field[]
  readonly mapping: ColumnMapping
  readonly onChange: (constants: ColumnMapping['constants']) => void
}

/** Sets fields that the file has no column for; every row gets the same value. */
export function MappedConstants({ register, fields, mapping, onChange }: MappedConstantsProps) {
  const { words } = useLanguage()
  const text = words.reporting.mapping
  const label = fieldLabel(register, words)
  const open = fields.filter(({ name }) => !mapping.columns.some(({ field }) => field === name))
  if (open.length === 0) return null
  function change(name: string, value: string) {
    const { [name]: _, ...otherConstants } = mapping.constants
    onChange(value === '' ? otherConstants : { ...otherConstants, [name]: value })
  }
  return (
    <fieldset className={ui.form}>
      <legend>{text.constants}</legend>
      <p className={ui.soft}>{text.constantsHint}</p>
      {open.map(({ name, kind, values, required }) => {
        const choices = kind === 'yes-no' ? ['yes', 'no'] : values
        const shared = {
          label: required ? text.required(label(name)) : label(name),
          value: mapping.constants[name] ?? '',
          onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => change(name, value),
        }
        const noneChoice = { value: '', label: text.none }
        return choices ? (
          <NativeSelect
            key={name}
            {...shared}
            data={[
              noneChoice,
              ...choices.map((choice) => ({ value: choice, label: words.registers.values[choice] ?? choice })),
            ]}
          />
        ) : (
          <TextField key={name} {...shared} type={kind === 'day' ? 'date' : 'text'} maxLength={200} translate="no" />
        )
      })}
    </fieldset>
  )
}
