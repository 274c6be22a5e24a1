import { Link } from '@tanstack/react-router'
import { ColumnHeads } from '../components/column-heads.tsx'
import { WideTable } from '../components/wide-table.tsx'
import type { MissingLine } from './missing-rows.ts'

interface MissingTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly MissingLine[]
  /** The indexes, from 0, of further columns that are not translated. */
  readonly verbatimColumns?: readonly number[]
}

export function MissingTable({ caption, columns, rows, verbatimColumns = [] }: MissingTableProps) {
  return (
    <WideTable caption={caption} isStacked>
      <ColumnHeads columns={columns} />
      <tbody>
        {rows.map(({ cells, at }) => (
          <tr key={cells.join('|')}>
            {cells.map((cell, i) =>
              i === 0 ? (
                <th key={columns[i]} scope="row" translate="no">
                  {at ? (
                    <Link to="/registers/$register" params={{ register: at.register }} search={at.search}>
                      {cell}
                    </Link>
                  ) : (
                    cell
                  )}
                </th>
              ) : (
                // Row numbers and details are texts of the register, which are not translated.
                <td
                  key={columns[i]}
                  data-label={columns[i]}
                  translate={i === 1 || verbatimColumns.includes(i) ? 'no' : undefined}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
