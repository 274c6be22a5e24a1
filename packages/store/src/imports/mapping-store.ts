import type { ColumnMapping, MappingStore } from '@wayproof/evidence'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { latestMappings } from './latest-mappings.ts'

/** Append-only record of the mappings of foreign files, so that each import can be explained later. */
export function mappingStore(database: QueryDatabase): MappingStore {
  return {
    save: async ({ mapping, at, by, ...kept }) => {
      const { columnMapping } = await database.records()
      const data = { ...kept, mapping: JSON.stringify(mapping), mappedAt: new Date(at), mappedBy: by }
      await columnMapping.create({ data })
    },
    find: async (register, id) => {
      const { columnMapping } = await database.records()
      const found = await columnMapping.findUnique({ where: { id, register } })
      return found && (JSON.parse(found.mapping) as ColumnMapping)
    },
    latest: (register) => latestMappings(database.query, register),
  }
}
