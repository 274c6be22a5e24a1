import { addDays, startOfDay } from '@wayproof/kernel'
import { type FixturePlace, openFixtureStore, TIME_ZONE } from '../fixtures/fixture-store.ts'

export const MEASURED_REGISTER = 'training-completions'

/** Rows written at once. */
const CHUNK_ROWS = 10_000
const DAYS = 365
const MINUTE_MS = 60_000

/** Fills one register with `rows` different rows. */
export async function registerOfRows(place: FixturePlace, rows: number): Promise<void> {
  const { store } = await openFixtureStore(place)
  try {
    for (let from = 0; from < rows; from += CHUNK_ROWS) {
      const numberedRows = Array.from({ length: Math.min(CHUNK_ROWS, rows - from) }, (_, n) => ({
        rowNumber: n + 2,
        cells: { number: `S${from + n}`, completedAt: completedAt(from + n) },
      }))
      const origin = { id: `part-${from}`, fileName: 'bench.csv', digest: '', at: 0, by: 'bench' }
      await store.evidence.saveRows(MEASURED_REGISTER, numberedRows, origin)
    }
  } finally {
    await store.close()
  }
}

const completedAt = (index: number) =>
  startOfDay(addDays('2025-01-01', index % DAYS), TIME_ZONE) + (index % 600) * MINUTE_MS
