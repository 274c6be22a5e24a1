interface ColumnHeadsProps<Column extends string> {
  readonly columns: readonly Column[]
  /** Names of the columns; absent, the columns are given by name. */
  readonly names?: Readonly<Record<Column, string>>
}

/** The head of a table, one named column each. */
export function ColumnHeads<Column extends string>({ columns, names }: ColumnHeadsProps<Column>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {names ? names[column] : column}
          </th>
        ))}
      </tr>
    </thead>
  )
}
