import { NativeSelect, TextInput } from '@mantine/core'
import type { Field } from '@wayproof/evidence/import/field'
import { MAX_LENGTH } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import { referenceTargets } from '@wayproof/evidence/rows/references'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLengthLimit } from '../forms/use-length-limit.ts'
import { useLanguage } from '../language.tsx'
import { ChoicesField } from './choices-field.tsx'
import { MomentField } from './moment-field.tsx'
import { ReferenceField } from './reference-field.tsx'

interface CellFieldProps {
  readonly register: RegisterId
  readonly field: Field
  /** Whether the field is part of the row's key, which cannot be changed. */
  readonly isFixed: boolean
  readonly value: string
  readonly serverFault: string | null
  readonly onChange: (value: string) => void
}

/** A text that is too long for its field is not cut: it stays with an error beside it. */
export function CellField({ register, field, isFixed, value, serverFault, onChange }: CellFieldProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const purposes: Readonly<Record<string, string>> = words.registers.columns[register]
  const label = names[field.name] ?? field.name
  const requiredFault = { rowNumber: 0, column: field.name, code: 'required', text: '', expected: '' } as const
  const isEmpty = field.required && value.trim() === ''
  const purpose = isFixed ? text.keyFixed : purposes[field.name]
  const limit = useLengthLimit(value, isFixed ? undefined : (field.maxLength ?? MAX_LENGTH), purpose)
  const ownFault = limit.fault ?? (isEmpty ? words.registers.cellFault(requiredFault) : null)
  const props = {
    ...useFieldFault(ownFault, limit.fault ?? serverFault),
    label,
    value,
  }
  const handleInput = ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value)
  // A person chooses from the list and need not know how a file separates its items.
  if (!isFixed && field.kind === 'list' && field.values)
    return <ChoicesField {...props} onChange={onChange} choices={field.values} />
  const targets = isFixed ? [] : referenceTargets(register, field.name)
  if (targets.length > 0)
    return <ReferenceField {...props} targets={targets} description={limit.description} onChange={onChange} />
  if (!isFixed && field.kind === 'instant') return <MomentField {...props} onChange={onChange} />
  const values = field.kind === 'yes-no' ? ['yes', 'no'] : field.values
  if (values && !isFixed) {
    const noneChoice = { value: '', label: field.required ? text.choose : words.reporting.shell.none }
    const choices = values.map((choice) => ({ value: choice, label: words.registers.values[choice] ?? choice }))
    return <NativeSelect {...props} onChange={handleInput} data={[noneChoice, ...choices]} />
  }
  return (
    <TextInput
      {...props}
      description={limit.description}
      onChange={handleInput}
      translate="no"
      type={field.kind === 'day' && !isFixed ? 'date' : 'text'}
      inputMode={field.kind === 'integer' ? 'numeric' : undefined}
      readOnly={isFixed}
    />
  )
}
