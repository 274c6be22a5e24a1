import { WideTable } from '../surface/wide-table.tsx'

interface MissingTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Further columns, from 0, in the words of whoever wrote them. */
  readonly own?: readonly number[]
}

export function MissingTable({ caption, columns, rows, own = [] }: MissingTableProps) {
  return (
    <WideTable caption={caption}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, i) =>
              i === 0 ? (
                <th key={columns[i]} scope="row" translate="no">
                  {cell}
                </th>
              ) : (
                // Numbers and what is known of a row are the register's own words.
                <td key={columns[i]} translate={i === 1 || own.includes(i) ? 'no' : undefined}>
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
