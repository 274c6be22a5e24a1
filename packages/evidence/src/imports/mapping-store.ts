import { userName } from '@wayproof/accounts/accounts/user-name'
import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import type { ColumnMapping } from '../mapping/column-mapping.ts'
import type { MappingStore, SavedMapping } from '../mapping/ports.ts'

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

type MappingRow = Omit<SavedMapping, 'mapping'> & { readonly mapping: string }

// Ordered by row instead of by time, which is wrong after the clock was set back.
const LATEST = `SELECT id, register, heading_set AS headingSet, mapping, mapped_at AS at,
    ${userName('mapped_by')} AS by
  FROM column_mapping m WHERE register = @register AND NOT EXISTS (SELECT 1 FROM column_mapping later
    WHERE later.register = m.register AND later.heading_set = m.heading_set AND later.number > m.number)
  ORDER BY number DESC LIMIT 50`

/** The latest mapping for each set of headings of a register, newest first. */
async function latestMappings(query: ReadQuery, register: SavedMapping['register']): Promise<SavedMapping[]> {
  const rows = await query.all<MappingRow>(LATEST, { register })
  return rows.map((row) => ({ ...row, mapping: JSON.parse(row.mapping) as ColumnMapping }))
}
