import { Checkbox } from '@mantine/core'
import type { Ref } from 'react'
import { useLanguage } from '../language.tsx'
import styles from '../rows/rows.module.css'

interface ChoicesFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly label: string
  readonly error: string | null
  readonly choices: readonly string[]
  /** The chosen items, joined by `|`. */
  readonly value: string
  readonly onChange: (value: string) => void
}

export function ChoicesField({ ref, label, error, choices, value, onChange }: ChoicesFieldProps) {
  const { values } = useLanguage().words.registers
  return (
    <Checkbox.Group
      label={label}
      error={error}
      value={value === '' ? [] : value.split('|')}
      onChange={(items) => onChange(choices.filter((each) => items.includes(each)).join('|'))}
    >
      <div className={styles.choices}>
        {choices.map((each, place) => (
          <Checkbox key={each} ref={place === 0 ? ref : undefined} value={each} label={values[each] ?? each} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
