import { useState } from 'react'

interface TablePage<Row> {
  readonly rows: readonly Row[]
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

/** One page of rows that are all loaded. If rows disappear, the last page is shown. */
export function useTablePage<Row>(allRows: readonly Row[], pageSize: number): TablePage<Row> {
  const [askedPage, setAskedPage] = useState(1)
  const pages = Math.max(1, Math.ceil(allRows.length / pageSize))
  const page = Math.min(askedPage, pages)
  return { rows: allRows.slice((page - 1) * pageSize, page * pageSize), page, pages, onPage: setAskedPage }
}
