const ROW_FILTERS = ['all', 'counted', 'rest'] as const

/** Selects rows of a figure; invalid parameters of the address are ignored. */
export interface AtRows {
  readonly show?: (typeof ROW_FILTERS)[number]
  readonly page?: number
}

export function atRows(search: Record<string, unknown>): AtRows {
  const show = ROW_FILTERS.find((filter) => filter === search.show)
  const page = Number(search.page)
  return {
    ...(show ? { show } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 20_000 ? { page } : {}),
  }
}
