import { Checkbox } from '@mantine/core'
import type { RegisterId } from '@wayproof/evidence/register'
import { useLanguage } from '../language.tsx'
import type { RowColumns } from '../row-list/row-columns.ts'
import styles from '../row-list/row-list.module.css'

interface ColumnChoiceProps {
  readonly register: RegisterId
  readonly columns: RowColumns
  readonly onChange: (columns: string) => void
}

/** Chooses which fields the list shows. */
export function ColumnChoice({ register, columns: { choices, shown: visibleFields }, onChange }: ColumnChoiceProps) {
  const { words } = useLanguage()
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  return (
    <fieldset className={styles.columnChoice}>
      <legend>{words.reporting.rows.columns}</legend>
      {choices.map((field) => (
        <Checkbox
          key={field.name}
          label={names[field.name]}
          checked={visibleFields.includes(field)}
          // One column always stays.
          disabled={visibleFields.length === 1 && visibleFields.includes(field)}
          onChange={({ currentTarget: { checked } }) =>
            onChange(
              choices
                .filter((each) => (each === field ? checked : visibleFields.includes(each)))
                .map(({ name }) => name)
                .join('.'),
            )
          }
        />
      ))}
    </fieldset>
  )
}
