import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import type { ColumnMapping } from '../mapping/column-mapping.ts'
import type { MappingStore } from '../mapping/ports.ts'
import { latestMappings } from './latest-mappings.ts'

/** Append-only record of the mappings of foreign files, so that each import can be explained later. */
export function mappingStore(database: QueryDatabase): MappingStore {
  return {
    save: ({ mapping, at, by, ...identity }) =>
      database.transaction(async ({ records }) => {
        const data = { ...identity, mapping: JSON.stringify(mapping), mappedAt: new Date(at), mappedBy: by }
        await records.columnMapping.create({ data })
        await addSettingChange(records, 'column-mapping', { register: identity.register })
      }),
    find: async (register, id) => {
      const { columnMapping } = await database.records()
      const row = await columnMapping.findUnique({ where: { id, register } })
      return row && (JSON.parse(row.mapping) as ColumnMapping)
    },
    latest: (register) => latestMappings(database.query, register),
  }
}
