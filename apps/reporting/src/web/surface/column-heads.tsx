interface ColumnHeadsProps<Column extends string> {
  readonly columns: readonly Column[]
  readonly names: Readonly<Record<Column, string>>
}

/** The head of a table whose columns have names. */
export function ColumnHeads<Column extends string>({ columns, names }: ColumnHeadsProps<Column>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {names[column]}
          </th>
        ))}
      </tr>
    </thead>
  )
}
