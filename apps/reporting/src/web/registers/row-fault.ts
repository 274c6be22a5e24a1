/** A row that keeps a file from being imported, counted as a spreadsheet does: the header is row 1. */
export interface RowFault {
  readonly row: number
  readonly column: string | null
  readonly code: string
  /** What was found, cut short. */
  readonly text: string
  /** What would do: a format, a limit, the values allowed. */
  readonly expected: string
  readonly otherRow: number | null
}

/** One row fault of the server's answer. */
export function rowFaultOf(value: unknown): RowFault {
  const at: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  const text = (key: string) => (typeof at[key] === 'string' ? at[key] : '')
  return {
    row: Number(at.rowNumber ?? 0),
    column: text('column') || null,
    code: text('code') || 'bad-value',
    text: text('text'),
    expected: text('expected'),
    otherRow: typeof at.otherRow === 'number' ? at.otherRow : null,
  }
}
