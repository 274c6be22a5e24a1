import type { ListSearch } from '@wayproof/evidence/rows/list-search'

const PARTS = ['find', 'only', 'view', 'sort', 'columns'] as const

/** Whether two searches show the same rows in the same way. */
export const isSameSearch = (one: ListSearch, other: ListSearch): boolean =>
  PARTS.every((part) => one[part] === other[part])

/** Whether a search asks for anything at all. */
export const isPlainSearch = (search: ListSearch): boolean => isSameSearch(search, {})
