import type { ReactNode } from 'react'
import { ColumnHeads } from '../components/column-heads.tsx'
import { WideTable } from '../components/wide-table.tsx'

export interface TableRecord {
  readonly id: string
  readonly head: ReactNode
  /** One for each column after the first. */
  readonly cells: readonly ReactNode[]
}

interface RecordTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly records: readonly TableRecord[]
}

/** A table of records (person, action, time): one row each, or one block each on a phone. */
export function RecordTable({ caption, columns, records }: RecordTableProps) {
  return (
    <WideTable caption={caption} isStacked>
      <ColumnHeads columns={columns} />
      <tbody>
        {records.map(({ id, head, cells }) => (
          <tr key={id}>
            <th scope="row">{head}</th>
            {columns.slice(1).map((column, index) => (
              <td key={column} data-label={column}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
