import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { breakdownColumns } from './breakdown-rows.ts'

interface BreakdownTableProps {
  readonly caption: string
  readonly rows: readonly (readonly string[])[]
}

export function BreakdownTable({ caption, rows }: BreakdownTableProps) {
  const columns = breakdownColumns(useLanguage().words)
  return (
    <WideTable caption={caption} isStacked>
      <thead>
        <tr>
          {columns.map((column, i) => (
            <th key={column} scope="col" data-number={i > 0 || undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells]) => (
          <tr key={name}>
            <th scope="row" translate="no">
              {name}
            </th>
            {cells.map((cell, i) => (
              <td key={columns[i + 1]} data-number data-label={columns[i + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
