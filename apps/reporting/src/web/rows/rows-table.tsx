import { Link } from '@tanstack/react-router'
import type { StoredRow } from '@wayproof/evidence'
import type { RegisterId } from '@wayproof/evidence/register'
import { hasStates } from '@wayproof/evidence/row-state'
import { CellValue } from '../cells/cell-value.tsx'
import { isUnbroken } from '../cells/is-unbroken.ts'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import ui from '../components/components.module.css'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { listedFields } from './listed-fields.ts'
import { RowSource } from './row-source.tsx'
import { RowsPager } from './rows-pager.tsx'

interface RowsTableProps {
  readonly register: RegisterId
  readonly rows: readonly StoredRow[]
  readonly total: number
  readonly page: number
}

/** One page of rows; the first cell of each links to its page. */
export function RowsTable({ register, rows, total, page }: RowsTableProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const fields = listedFields(register)
  const number = (kind: string) => (kind === 'integer' || kind === 'number' ? true : undefined)
  return (
    <>
      <WideTable caption={words.registers.names[register]} isStacked>
        <thead>
          <tr>
            {fields.map(({ name, kind }) => (
              <th key={name} scope="col" data-number={number(kind)}>
                {names[name]}
              </th>
            ))}
            {hasStates(register) ? <th scope="col">{text.state}</th> : null}
            <th scope="col">{text.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, origin }) => (
            <tr key={key}>
              {fields.map((field, index) =>
                index === 0 ? (
                  <th key={field.name} scope="row" data-whole={isUnbroken(field)}>
                    <Link
                      to="/registers/$register"
                      params={{ register }}
                      search={(current) => ({ ...current, row: key })}
                    >
                      <CellValue field={field} cells={cells} />
                    </Link>
                  </th>
                ) : (
                  <td
                    key={field.name}
                    data-label={names[field.name]}
                    data-number={number(field.kind)}
                    data-whole={isUnbroken(field)}
                  >
                    <CellValue field={field} cells={cells} />
                  </td>
                ),
              )}
              {hasStates(register) ? (
                <td data-label={text.state}>
                  <RowStateMark register={register} cells={cells} />
                </td>
              ) : null}
              <td data-label={text.source}>
                {origin ? (
                  <span className={ui.soft}>
                    <RowSource {...origin} /> · {text.fromRow(origin.rowNumber)}
                  </span>
                ) : (
                  <span className={ui.soft}>{text.byHand}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <RowsPager register={register} total={total} page={page} />
    </>
  )
}
