import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { hasStates } from '@wayproof/evidence/rows/row-state'
import { CellValue } from '../cells/cell-value.tsx'
import { isUnbroken } from '../cells/is-unbroken.ts'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { listedFields } from '../row-list/listed-fields.ts'

interface RelatedTableProps {
  readonly register: RegisterId
  /** The field that is left out, because it is the same in every row. */
  readonly hiddenField: string
  readonly rows: readonly StoredRow[]
}

/** Each row links to its own page. */
export function RelatedTable({ register, hiddenField, rows }: RelatedTableProps) {
  const { words } = useLanguage()
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const fields = listedFields(register).filter(({ name }) => name !== hiddenField)
  return (
    <WideTable caption={words.registers.names[register]} isStacked>
      <thead>
        <tr>
          {fields.map(({ name }) => (
            <th key={name} scope="col">
              {names[name]}
            </th>
          ))}
          {hasStates(register) ? <th scope="col">{words.reporting.rows.state}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {fields.map((field, index) => {
              const value = <CellValue field={field} cells={cells} />
              return index === 0 ? (
                <th key={field.name} scope="row" data-whole={isUnbroken(field)}>
                  <Link to="/registers/$register" params={{ register }} search={{ row: key }}>
                    {value}
                  </Link>
                </th>
              ) : (
                <td key={field.name} data-label={names[field.name]} data-whole={isUnbroken(field)}>
                  {value}
                </td>
              )
            })}
            {hasStates(register) ? (
              <td data-label={words.reporting.rows.state}>
                <RowStateMark register={register} cells={cells} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
