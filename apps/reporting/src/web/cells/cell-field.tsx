import { NativeSelect, TextInput } from '@mantine/core'
import type { Field } from '@wayproof/evidence'
import type { RegisterId } from '@wayproof/evidence/register'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'
import { ChoicesField } from './choices-field.tsx'
import { MomentField } from './moment-field.tsx'

interface CellFieldProps {
  readonly register: RegisterId
  readonly field: Field
  /** Whether the field is part of the row's key, which cannot be changed. */
  readonly fixed: boolean
  readonly value: string
  /** The server's error for this field. */
  readonly serverFault: string | null
  readonly onChange: (value: string) => void
}

export function CellField({ register, field, fixed, value, serverFault, onChange }: CellFieldProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const purposes: Readonly<Record<string, string>> = words.registers.columns[register]
  const label = names[field.name] ?? field.name
  const missing = { rowNumber: 0, column: field.name, code: 'required', text: '', expected: '' } as const
  const empty = field.required && value.trim() === ''
  const props = { ...useFieldFault(empty ? words.registers.cellFault(missing) : null, serverFault), label, value }
  const typed = ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value)
  // A person chooses from the list and need not know how a file separates its items.
  if (!fixed && field.kind === 'list' && field.values)
    return <ChoicesField {...props} onChange={onChange} choices={field.values} />
  if (!fixed && field.kind === 'instant') return <MomentField {...props} onChange={onChange} />
  const values = field.kind === 'yes-no' ? ['yes', 'no'] : field.values
  if (values && !fixed) {
    const none = { value: '', label: field.required ? text.choose : words.reporting.shell.none }
    const choices = values.map((each) => ({ value: each, label: words.registers.values[each] ?? each }))
    return <NativeSelect {...props} onChange={typed} data={[none, ...choices]} />
  }
  return (
    <TextInput
      {...props}
      description={fixed ? text.keyFixed : purposes[field.name]}
      onChange={typed}
      translate="no"
      type={field.kind === 'day' && !fixed ? 'date' : 'text'}
      inputMode={field.kind === 'integer' ? 'numeric' : undefined}
      readOnly={fixed}
      maxLength={2_000}
    />
  )
}
