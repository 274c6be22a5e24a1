/** One page of the list beside the drawer. */
export interface ListPage {
  readonly keys: readonly string[]
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  /** The rows of all pages. */
  readonly total: number
}

/** The place of a row among all rows of the filter, from 1; null for a row that is not on the page. */
export function placeOf({ keys, page, pageSize }: ListPage, key: string): number | null {
  const index = keys.indexOf(key)
  return index < 0 ? null : (page - 1) * pageSize + index + 1
}

/** The row to step to, or the page to fetch it from; null at an end of the list. */
export type Step = { readonly key: string } | { readonly page: number } | null

/** The row before or after another one. From a row that is not on the page, the next row is the first one of the page. */
export function stepFrom({ keys, page, pageSize, total }: ListPage, key: string, by: 1 | -1): Step {
  const index = keys.indexOf(key)
  if (index < 0 && by < 0) return null
  const next = keys[index + by]
  if (next !== undefined) return { key: next }
  const hasPage = by > 0 ? page * pageSize < total : page > 1
  return hasPage ? { page: page + by } : null
}
