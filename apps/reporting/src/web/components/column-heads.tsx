interface ColumnHeadsProps<Column extends string> {
  readonly columns: readonly Column[]
  /** The columns' names; without them, each column shows its key. */
  readonly names?: Readonly<Record<NoInfer<Column>, string>>
  /** Columns of numbers. */
  readonly numbers?: readonly NoInfer<Column>[]
}

export function ColumnHeads<Column extends string>({ columns, names, numbers }: ColumnHeadsProps<Column>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" data-number={numbers?.includes(column) || undefined}>
            {names ? names[column] : column}
          </th>
        ))}
      </tr>
    </thead>
  )
}
