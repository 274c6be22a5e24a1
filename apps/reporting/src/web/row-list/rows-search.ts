import { ROW_VIEWS, type RowView } from '@wayproof/evidence/row-view'

/** The parameters of the address; an invalid one is ignored. */
export interface RowsSearch {
  readonly find?: string
  /** Filters, as `field:text;field:from..to`. */
  readonly only?: string
  readonly view?: RowView
  /** A field; `-` before it sorts downward. */
  readonly sort?: string
  /** Names of the shown fields, separated by dots. */
  readonly columns?: string
  readonly page?: number
  readonly row?: string
  /** The row in the drawer beside the list. */
  readonly open?: string
}

const text = (value: unknown, maxLength: number): string | null =>
  (typeof value === 'string' || typeof value === 'number') &&
  String(value).trim() !== '' &&
  String(value).length <= maxLength
    ? String(value)
    : null

export function rowsSearch(search: Record<string, unknown>): RowsSearch {
  const find = text(search.find, 100)
  const only = text(search.only, 2_000)
  const view = ROW_VIEWS.find((each) => each !== 'all' && each === search.view)
  const sort = text(search.sort, 41)
  const columns = text(search.columns, 400)
  const page = Number(search.page)
  const row = text(search.row, 1_000)
  const open = text(search.open, 1_000)
  return {
    ...(find ? { find } : {}),
    ...(only?.includes(':') ? { only } : {}),
    ...(view && view !== 'all' ? { view } : {}),
    ...(sort && /^-?\w+$/.test(sort) ? { sort } : {}),
    ...(columns && /^[\w.]+$/.test(columns) ? { columns } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 20_000 ? { page } : {}),
    ...(row ? { row } : {}),
    ...(open ? { open } : {}),
  }
}

export function sortOf(sort: string | undefined): { field: string; isDescending: boolean } | null {
  if (!sort) return null
  return sort.startsWith('-') ? { field: sort.slice(1), isDescending: true } : { field: sort, isDescending: false }
}

/** The address of an export of the same rows, which are all of them and not one page. */
export function exportAddress(
  register: string,
  form: 'csv' | 'xlsx',
  { find, only, view }: Pick<RowsSearch, 'find' | 'only' | 'view'>,
): string {
  const entries = Object.entries({ find, only, view }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/export/${register}/${form}${entries.length > 0 ? `?${new URLSearchParams(entries)}` : ''}`
}
