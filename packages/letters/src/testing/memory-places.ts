import type { SharedPlaces } from '../delivery/rate-window.ts'

/** Places in memory, for one process. */
export function memoryPlaces(): SharedPlaces {
  const rows = new Map<string, { count: number; until: number }>()
  let nextId = 0
  return {
    take: async (wanted, most, { now, until }) => {
      for (const [id, row] of rows) if (row.until <= now) rows.delete(id)
      const free = most - [...rows.values()].reduce((sum, { count }) => sum + count, 0)
      const count = Math.min(wanted, free)
      if (count <= 0) return null
      nextId += 1
      rows.set(String(nextId), { count, until })
      return { id: String(nextId), count }
    },
    settle: async (id, kept, until) => {
      if (kept === 0) rows.delete(id)
      else rows.set(id, { count: kept, until })
    },
  }
}
