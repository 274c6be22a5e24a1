import {
  type ColumnDef,
  columnVisibilityFeature,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import type { RegisterId } from '@wayproof/evidence/register'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { useMemo } from 'react'
import { useReader } from '../cells/use-reader.ts'
import { WideTable } from '../components/wide-table.tsx'
import { keyWordsOf } from '../row/row-words.ts'
import { isForRow, type RowOpening } from '../row-drawer/row-click.ts'
import { LeadCell } from './lead-cell.tsx'
import { ListCell, type ListContext } from './list-cell.tsx'
import { compactColumns, headOf, type ListColumn, listColumns } from './list-columns.ts'
import type { RowColumns } from './row-columns.ts'
import styles from './row-list.module.css'
import { SortHead } from './sort-head.tsx'

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature })

const NO_ROWS: readonly StoredRow[] = []

interface RowsTableProps {
  readonly register: RegisterId
  readonly columns: RowColumns
  readonly rows: readonly StoredRow[]
  readonly context: ListContext
  /** Null for a reader who may not change rows. */
  readonly selection: {
    readonly rows: readonly StoredRow[]
    readonly onChange: (rows: readonly StoredRow[]) => void
  } | null
  /** Null where rows open on their own pages. */
  readonly drawer: RowOpening | null
}

/** One page of rows. The server sorts and filters; the table knows what is shown and selected. */
export function RowsTable({
  register,
  columns: { lead, id, shown: visibleFields, choices },
  rows,
  context,
  selection,
  drawer,
}: RowsTableProps) {
  const reader = useReader()
  const { words } = reader
  const text = words.reporting.rows
  const columns = useMemo(
    () =>
      listColumns(register, choices).map(
        (column): ColumnDef<typeof features, StoredRow> => ({ id: column.id, meta: column }),
      ),
    [register, choices],
  )
  const selectedRows = selection?.rows ?? NO_ROWS
  const rowSelection: RowSelectionState = Object.fromEntries(selectedRows.map(({ key }) => [key, true]))
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ key }) => key,
    enableRowSelection: selection !== null,
    state: {
      rowSelection,
      columnVisibility: Object.fromEntries(choices.map((field) => [field.name, visibleFields.includes(field)])),
    },
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(rowSelection) : update
      const others = selectedRows.filter(({ key }) => rows.every((row) => row.key !== key))
      selection?.onChange([...others, ...rows.filter(({ key }) => next[key])])
    },
  })
  const visible = table.getVisibleLeafColumns().map(({ columnDef }) => columnDef.meta as ListColumn)
  const compact = compactColumns(register, visible)
  return (
    <div className={styles.list}>
      <WideTable caption={words.registers.names[register]} isStacked>
        <thead>
          <tr>
            {selection ? (
              <th scope="col" className={styles.check}>
                <input
                  type="checkbox"
                  aria-label={text.selectAll}
                  checked={table.getIsAllRowsSelected()}
                  ref={(box) => {
                    if (box) box.indeterminate = table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()
                  }}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </th>
            ) : null}
            <SortHead register={register} field={lead} />
            {visible.map((column) =>
              column.field ? (
                <SortHead key={column.id} register={register} field={column.field} />
              ) : (
                <th key={column.id} scope="col">
                  {column.id === 'source' ? <span className="sr-only">{text.source}</span> : headOf(column, text)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr
              key={row.id}
              data-selected={row.getIsSelected() || undefined}
              data-open={drawer?.openKey === row.id || undefined}
              data-opens={drawer ? true : undefined}
              onClick={(event) => (drawer && isForRow(event) ? drawer.onOpen(row.id) : undefined)}
            >
              {selection ? (
                <td className={styles.check}>
                  <input
                    type="checkbox"
                    translate="no"
                    aria-label={text.selectRow(keyWordsOf(register, row.original.cells, reader))}
                    checked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                  />
                </td>
              ) : null}
              <LeadCell
                register={register}
                lead={lead}
                id={id}
                row={row.original}
                partnerNames={context.partnerNames}
                drawer={drawer}
              />
              {visible.map((column) => (
                <ListCell
                  key={column.id}
                  register={register}
                  column={column}
                  row={row.original}
                  context={context}
                  isCompact={compact.includes(column)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}
