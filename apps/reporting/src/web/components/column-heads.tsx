interface ColumnHeadsProps<Column extends string> {
  readonly columns: readonly Column[]
  /** The columns' names; without them, each column shows its key. */
  readonly names?: Readonly<Record<Column, string>>
}

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
