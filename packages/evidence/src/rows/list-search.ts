import { ROW_VIEWS, type RowView } from './row-view.ts'

/** Which rows of a register a list shows, and how; a page's address and a saved view hold the same. */
export interface ListSearch {
  readonly find?: string
  /** Filters, as `field:text;field:from..to`. */
  readonly only?: string
  readonly view?: RowView
  /** A field; `-` before it sorts downward. */
  readonly sort?: string
  /** Names of the shown fields, separated by dots. */
  readonly columns?: string
}

const text = (value: unknown, maxLength: number): string | null =>
  (typeof value === 'string' || typeof value === 'number') &&
  String(value).trim() !== '' &&
  String(value).length <= maxLength
    ? String(value)
    : null

/** Reads the parameters of an address; an invalid one is ignored. */
export function readListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const find = text(search.find, 100)
  const only = text(search.only, 2_000)
  const view = ROW_VIEWS.find((each) => each !== 'all' && each === search.view)
  const sort = text(search.sort, 41)
  const columns = text(search.columns, 400)
  return {
    ...(find ? { find } : {}),
    ...(only?.includes(':') ? { only } : {}),
    ...(view && view !== 'all' ? { view } : {}),
    ...(sort && /^-?\w+$/.test(sort) ? { sort } : {}),
    ...(columns && /^[\w.]+$/.test(columns) ? { columns } : {}),
  }
}
