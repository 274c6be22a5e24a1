import { getRouteApi, Link } from '@tanstack/react-router'
import {
  type ColumnDef,
  columnVisibilityFeature,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import type { Field } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { useMemo } from 'react'
import { CellValue } from '../cells/cell-value.tsx'
import { isUnbroken } from '../cells/is-unbroken.ts'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { keyWordsOf } from '../row/row-words.ts'
import { isForRow, isPlainClick, type RowOpening } from '../row-drawer/row-click.ts'
import {
  compactColumns,
  FieldCell,
  headOf,
  ListCell,
  type ListColumn,
  type ListContext,
  listColumns,
} from './list-cell.tsx'
import { type RowColumns, shownSort, standardSort } from './row-columns.ts'
import styles from './row-list.module.css'
import { sortOf } from './rows-search.ts'

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

const route = getRouteApi('/inside/registers/$register')

/** A heading that sorts: upward, then downward, then in the standard order of the register. */
function SortHead({ register, field }: { readonly register: RegisterId; readonly field: Field }) {
  const { words } = useLanguage()
  const requestedSort = route.useSearch().sort
  const standard = standardSort(register)
  const sort = sortOf(shownSort(register, requestedSort))
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const name = names[field.name] ?? field.name
  const direction = sort?.field === field.name ? (sort.isDescending ? 'descending' : 'ascending') : undefined
  const upward = requestedSort === undefined && standard === `-${field.name}` ? field.name : undefined
  const downward = standard === `-${field.name}` ? undefined : `-${field.name}`
  const next = direction === undefined ? field.name : direction === 'ascending' ? downward : upward
  const isNumber = (field.kind === 'integer' && !field.year) || field.kind === 'number'
  return (
    <th scope="col" aria-sort={direction} data-number={isNumber || undefined}>
      <Link
        className={styles.sort}
        to="/registers/$register"
        params={{ register }}
        search={({ page: _, sort: __, ...current }) => (next ? { ...current, sort: next } : current)}
        replace
        resetScroll={false}
      >
        {name}
        <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ''}</span>
      </Link>
    </th>
  )
}

interface LeadCellProps {
  readonly register: RegisterId
  readonly lead: Field
  readonly id: Field | null
  readonly row: StoredRow
  readonly partnerNames: Readonly<Record<string, string>>
  readonly drawer: RowOpening | null
}

/** Names a row and links to it; its identifier stands below. */
function LeadCell({ register, lead, id, row, partnerNames, drawer }: LeadCellProps) {
  return (
    <th scope="row" data-whole={isUnbroken(lead)}>
      <Link
        to="/registers/$register"
        params={{ register }}
        search={({ open: _, ...current }) => ({ ...current, row: row.key })}
        data-row={row.key}
        data-steps
        aria-current={drawer?.openKey === row.key ? 'true' : undefined}
        onClick={(event) => {
          if (!drawer || !isPlainClick(event)) return
          event.preventDefault()
          drawer.onOpen(row.key)
        }}
      >
        <FieldCell register={register} field={lead} cells={row.cells} partnerNames={partnerNames} />
      </Link>
      {id ? (
        <span className={ui.below}>
          <CellValue field={id} cells={row.cells} />
        </span>
      ) : null}
    </th>
  )
}
