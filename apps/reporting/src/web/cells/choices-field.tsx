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
