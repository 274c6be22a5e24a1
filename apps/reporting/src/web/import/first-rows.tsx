import type { PreviewRow } from '@wayproof/evidence/ports'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { count } from '@wayproof/messages/number-format'
import { CellValue } from '../cells/cell-value.tsx'
import { isUnbroken } from '../cells/is-unbroken.ts'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

interface FirstRowsProps {
  readonly register: RegisterId
  readonly preview: readonly PreviewRow[]
}

const MAX_ROWS = 10

/** Shows the first rows of a file as the register will read them, without columns that are empty in all of them. */
export function FirstRows({ register, preview }: FirstRowsProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const rows = preview.toSorted((row, other) => row.rowNumber - other.rowNumber).slice(0, MAX_ROWS)
  const fields = registers[register].fields.filter(({ name }) => rows.some(({ after }) => after[name] != null))
  const title = text.firstRows(rows.length)
  return (
    <Panel title={title}>
      <WideTable caption={title} isStacked>
        <thead>
          <tr>
            <th scope="col" data-number>
              {text.errorColumns.row}
            </th>
            {fields.map(({ name }) => (
              <th key={name} scope="col">
                {names[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rowNumber, after }) => (
            <tr key={rowNumber}>
              <th scope="row" data-number>
                {count(rowNumber, locale)}
              </th>
              {fields.map((field) => (
                <td key={field.name} data-label={names[field.name]} data-whole={isUnbroken(field)}>
                  <CellValue field={field} cells={after} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
