import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Id } from '@wayproof/kernel/id'
import type { ShownBlock } from '../disclosure/straight-lining.ts'

export interface StraightLiningStore {
  /** The blocks of an unlinked wave; empty if it was not counted. */
  ofWave(waveId: Id): Promise<readonly ShownBlock[]>
}

export function straightLiningStore(database: RecordDatabase): StraightLiningStore {
  return {
    ofWave: async (waveId) => {
      const { straightLining } = await database.records()
      const rows = await straightLining.findMany({ where: { waveId }, orderBy: { block: 'asc' } })
      return rows.map(({ waveId: _, kind, ...counts }) => ({ ...counts, kind: kind as ShownBlock['kind'] }))
    },
  }
}
