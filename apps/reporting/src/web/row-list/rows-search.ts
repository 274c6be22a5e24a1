import { type ListSearch, readListSearch } from '@wayproof/evidence/rows/list-search'

/** The parameters of the address; an invalid one is ignored. */
export interface RowsSearch extends ListSearch {
  readonly page?: number
  readonly row?: string
  /** The row in the drawer beside the list. */
  readonly open?: string
}

const MAX_KEY = 1_000

const text = (value: unknown): string | null =>
  (typeof value === 'string' || typeof value === 'number') &&
  /\S/.test(String(value)) &&
  String(value).length <= MAX_KEY
    ? String(value)
    : null

export function rowsSearch(search: Record<string, unknown>): RowsSearch {
  const page = Number(search.page)
  const row = text(search.row)
  const open = text(search.open)
  return {
    ...readListSearch(search),
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
