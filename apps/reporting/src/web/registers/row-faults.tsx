import { count } from '@wayproof/messages'
import { useLanguage } from '../language.tsx'
import { WideTable } from '../surface/wide-table.tsx'
import type { RowFault } from './row-fault.ts'

/** Each faulty row with its number as a spreadsheet counts, and what would do instead. */
export function RowFaults({ rows }: { readonly rows: readonly RowFault[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers
  return (
    <WideTable caption={text.faultsCaption}>
      <thead>
        <tr>
          <th scope="col" data-number>
            {text.row}
          </th>
          <th scope="col">{text.column}</th>
          <th scope="col">{text.reason}</th>
          <th scope="col">{text.found}</th>
          <th scope="col">{text.expected}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, column, code, text: found, expected, otherRow }) => (
          <tr key={`${row}-${column}-${code}`}>
            <th scope="row" data-number>
              {count(row, locale)}
            </th>
            <td>{column ?? words.reporting.shell.none}</td>
            <td>
              {otherRow === null ? (text.rowFaults[code] ?? code) : text.asRow(text.rowFaults[code] ?? code, otherRow)}
            </td>
            <td>{found || words.reporting.shell.none}</td>
            <td>{expected || words.reporting.shell.none}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
