/** The parameters of the address; an invalid one is ignored. */
export interface DeadlineSearch {
  /** Only the reader's own tasks. */
  readonly mine?: true
  readonly page?: number
}

export function deadlineSearch({ mine, page: requestedPage }: Record<string, unknown>): DeadlineSearch {
  const page = Number(requestedPage)
  return {
    ...(mine === 'true' || mine === true ? { mine: true } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 100_000 ? { page } : {}),
  }
}
