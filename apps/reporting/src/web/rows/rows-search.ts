/** The parameters of the address; an invalid one is ignored. */
export interface RowsSearch {
  readonly find?: string
  /** A filter, as `field:text`. */
  readonly only?: string
  readonly page?: number
  readonly row?: string
}

const text = (value: unknown, maxLength: number): string | null =>
  (typeof value === 'string' || typeof value === 'number') &&
  String(value).trim() !== '' &&
  String(value).length <= maxLength
    ? String(value)
    : null

export function rowsSearch(search: Record<string, unknown>): RowsSearch {
  const find = text(search.find, 100)
  const only = text(search.only, 241)
  const page = Number(search.page)
  const row = text(search.row, 1_000)
  return {
    ...(find ? { find } : {}),
    ...(only?.includes(':') ? { only } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 20_000 ? { page } : {}),
    ...(row ? { row } : {}),
  }
}

/** Splits `field:text`. */
export function onlyOf(only: string | undefined): { field: string; text: string } | null {
  const at = only?.indexOf(':') ?? -1
  return only && at > 0 ? { field: only.slice(0, at), text: only.slice(at + 1) } : null
}
