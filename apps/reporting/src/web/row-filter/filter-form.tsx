import { Button, NativeSelect } from '@mantine/core'
import type { Field } from '@wayproof/evidence/import/field'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { type FilterText, isRanged } from '@wayproof/evidence/rows/row-filter'
import { useState } from 'react'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../row-list/row-list.module.css'

interface FilterFormProps {
  readonly register: RegisterId
  readonly onAdd: (filter: FilterText) => void
}

/** Chooses a field, then a value of it, or the two ends of a range. */
export function FilterForm({ register, onAdd }: FilterFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const fields: readonly Field[] = registers[register].fields
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const [name, setName] = useState(
    fields.find(({ values, kind }) => values ?? kind === 'yes-no')?.name ?? fields[0]?.name ?? '',
  )
  const [value, setValue] = useState('')
  const [end, setEnd] = useState('')
  const field = fields.find((each) => each.name === name)
  if (!field) return null
  const values = field.kind === 'yes-no' ? ['yes', 'no'] : field.values
  const isRange = isRanged(field)
  const isDate = isRange && field.kind !== 'integer' && field.kind !== 'number'
  function submit() {
    if (isRange && (value || end)) onAdd({ field: name, from: value, to: end })
    else if (!isRange) onAdd({ field: name, texts: [value] })
  }
  return (
    <Form isPassing className={styles.filterForm} onSubmit={submit}>
      <NativeSelect
        autoFocus
        label={text.field}
        value={name}
        data={fields.map((each) => ({ value: each.name, label: names[each.name] ?? each.name }))}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value)
          setValue('')
          setEnd('')
        }}
      />
      {isRange ? (
        <>
          <TextField
            type={isDate ? 'date' : 'number'}
            label={text.from}
            value={value}
            onChange={({ currentTarget }) => setValue(currentTarget.value)}
          />
          <TextField
            type={isDate ? 'date' : 'number'}
            label={text.to}
            value={end}
            onChange={({ currentTarget }) => setEnd(currentTarget.value)}
          />
        </>
      ) : values ? (
        <NativeSelect
          label={text.value}
          value={value}
          data={[
            { value: '', label: text.emptyCell },
            ...values.map((each) => ({ value: each, label: words.registers.values[each] ?? each })),
          ]}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
      ) : (
        <TextField
          label={text.value}
          description={text.wholeValue}
          value={value}
          maxLength={200}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
      )}
      <Button type="submit">{text.addFilter}</Button>
    </Form>
  )
}
