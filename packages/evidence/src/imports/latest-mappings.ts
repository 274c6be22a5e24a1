import { userName } from '@wayproof/accounts/accounts/user-name'
import type { ReadQuery } from '@wayproof/database/query/query'
import type { ColumnMapping } from '../mapping/column-mapping.ts'
import type { SavedMapping } from '../mapping/ports.ts'

type MappingRow = Omit<SavedMapping, 'mapping'> & { readonly mapping: string }

// Ordered by row instead of by time, which is wrong after the clock was set back.
const LATEST = `SELECT id, register, heading_set AS headingSet, mapping, mapped_at AS at,
    ${userName('mapped_by')} AS by
  FROM column_mapping m WHERE register = @register AND NOT EXISTS (SELECT 1 FROM column_mapping later
    WHERE later.register = m.register AND later.heading_set = m.heading_set AND later.number > m.number)
  ORDER BY number DESC LIMIT 50`

/** The latest mapping for each set of headings of a register, newest first. */
export async function latestMappings(query: ReadQuery, register: SavedMapping['register']): Promise<SavedMapping[]> {
  const rows = await query.all<MappingRow>(LATEST, { register })
  return rows.map((row) => ({ ...row, mapping: JSON.parse(row.mapping) as ColumnMapping }))
}
