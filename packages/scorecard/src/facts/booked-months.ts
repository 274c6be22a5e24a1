import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'

const bookings: Statement = ({ listed }) => `
WITH month(name) AS (SELECT DISTINCT value FROM ${listed('@months')})
SELECT name, (SELECT sum(count) FROM bookings WHERE bookings.month = name) AS count FROM month ORDER BY name`

export interface BookedMonths {
  /** The months without bookings on record, in order; a recorded zero is on record. */
  readonly unbooked: readonly PeriodKey[]
  sumOf(months: readonly PeriodKey[]): number
}

/** Reads the bookings of months. */
export async function bookedMonths(query: ReadQuery, months: readonly PeriodKey[]): Promise<BookedMonths> {
  const rows = await query.all<{ name: PeriodKey; count: number | null }>(bookings, { months })
  const counts = new Map(rows.map(({ name, count }) => [name, count]))
  return {
    unbooked: rows.filter(({ count }) => count === null).map(({ name }) => name),
    sumOf: (some) => some.reduce((sum, month) => sum + (counts.get(month) ?? 0), 0),
  }
}
