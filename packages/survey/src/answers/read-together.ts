interface Asked<Row> {
  readonly id: string
  readonly resolve: (row: Row | null) => void
  readonly reject: (error: unknown) => void
}

/** Most rows of one statement. */
const MOST_ROWS = 200

/**
 * Finds rows by id. Concurrent calls, also those made while earlier ones are being read, share one statement, because a
 * round trip to a server takes longer than reading a row.
 */
export function readTogether<Row extends { readonly id: string }>(
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): (id: string) => Promise<Row | null> {
  const queue: Asked<Row>[] = []
  let isRunning = false

  const readAll = async () => {
    isRunning = true
    while (queue.length > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      const batch = queue.splice(0, MOST_ROWS)
      try {
        const rows = await read([...new Set(batch.map(({ id }) => id))])
        const rowsById = new Map(rows.map((row) => [row.id, row]))
        for (const { id, resolve } of batch) resolve(rowsById.get(id) ?? null)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isRunning = false
  }

  return (id) =>
    new Promise((resolve, reject) => {
      queue.push({ id, resolve, reject })
      if (!isRunning) void readAll()
    })
}
