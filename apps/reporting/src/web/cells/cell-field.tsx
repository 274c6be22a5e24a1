import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { type Field, MAX_LENGTH } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import { cellText } from '@wayproof/evidence/rows/cell-text'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { referenceTargets } from '@wayproof/evidence/rows/references'
import { instantOf, localTimeAt } from '@wayproof/kernel/calendar/local-time'
import { timeZoneName } from '@wayproof/messages/date-format'
import { type ReactNode, type Ref, useDeferredValue, useId } from 'react'
import { trpc } from '../api.ts'
import { Verbatim } from '../components/verbatim.tsx'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLengthLimit } from '../forms/use-length-limit.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from '../rows/rows.module.css'

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

interface ChoicesFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly label: string
  readonly error: string | null
  readonly choices: readonly string[]
  /** The chosen items, joined by `|`. */
  readonly value: string
  readonly onChange: (value: string) => void
}

function ChoicesField({ ref, label, error, choices, value, onChange }: ChoicesFieldProps) {
  const { values } = useLanguage().words.registers
  return (
    <Checkbox.Group
      label={label}
      error={error}
      value={value === '' ? [] : value.split('|')}
      onChange={(items) => onChange(choices.filter((choice) => items.includes(choice)).join('|'))}
    >
      <div className={styles.choices}>
        {choices.map((choice, index) => (
          <Checkbox key={choice} ref={index === 0 ? ref : undefined} value={choice} label={values[choice] ?? choice} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

interface MomentFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly label: string
  readonly error: string | null
  /** Empty, or a moment with its UTC offset. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Edits a moment in the organization's time zone. */
function MomentField({ ref, label, error, value, onChange }: MomentFieldProps) {
  const { timeZone } = useOrganisationDays()
  const { words, locale } = useLanguage()
  const at = Date.parse(value)
  const storedText = (local: string) =>
    cellText({ name: '', kind: 'instant', required: false }, instantOf(local, timeZone))
  return (
    <TextInput
      ref={ref}
      label={label}
      description={words.reporting.rows.onClocksOf(timeZoneName(timeZone, locale))}
      error={error}
      translate="no"
      type="datetime-local"
      step={1}
      value={Number.isNaN(at) ? '' : localTimeAt(at, timeZone)}
      onChange={({ currentTarget: { value: local } }) => onChange(local === '' ? '' : storedText(local))}
    />
  )
}

interface ReferenceFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly label: string
  readonly error: string | null
  readonly description: ReactNode
  /** The registers that the value may refer to. */
  readonly targets: readonly RegisterId[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Picks a row of another register by its identifier or its name. */
function ReferenceField({ targets, value, onChange, description, ...input }: ReferenceFieldProps) {
  const id = useId()
  const find = useDeferredValue(value).trim().slice(0, 100)
  const pages = useQueries({
    queries: targets.map((register) => ({
      ...trpc.registerRow.page.queryOptions({ register, find, page: 1 }),
      staleTime: 30_000,
    })),
  })
  const options = pages.flatMap(({ data }, place) => {
    const target = targets[place]
    if (data?.kind !== 'rows' || !target) return []
    return data.rows.map(({ cells }) => ({ id: String(cells[keyFields(target)[0] ?? '']), name: nameOf(cells) }))
  })
  const chosen = options.find((option) => option.id === value)
  return (
    <>
      <TextInput
        {...input}
        value={value}
        description={chosen?.name ? <Verbatim>{chosen.name}</Verbatim> : description}
        list={id}
        autoComplete="off"
        translate="no"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={option.id} value={option.id} label={option.name ?? undefined} />
        ))}
      </datalist>
    </>
  )
}

const nameOf = ({ name, title, kind }: Cells): string | null =>
  [name, title, kind].find((cell): cell is string => typeof cell === 'string') ?? null
