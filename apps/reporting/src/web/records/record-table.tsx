import type { ReactNode } from 'react'
import { ColumnHeads } from '../components/column-heads.tsx'
import { WideTable } from '../components/wide-table.tsx'

export interface TableRecord {
  readonly id: string
  /** What or whom the record is about. */
  readonly head: ReactNode
  /** One for each column after the first. */
  readonly cells: readonly ReactNode[]
}

interface RecordTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly records: readonly TableRecord[]
}

/** A table of records (person, action, time): one record a line, and on a phone one block each. */
export function RecordTable({ caption, columns, records }: RecordTableProps) {
  return (
    <WideTable caption={caption} stacked>
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
