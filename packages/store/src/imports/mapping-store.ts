import type { ColumnMapping, KeptMapping, MappingStore } from '@wayproof/evidence'
import { userName } from '../accounts/user-name.ts'
import type { Database } from '../engine/database.ts'

type MappingRow = Omit<KeptMapping, 'mapping'> & { readonly mapping: string }

const SAVE = `INSERT INTO column_mapping (id, register, heading_set, mapping, mapped_at, mapped_by)
  VALUES (@id, @register, @headingSet, @mapping, @at, @by)`
const LATEST = `SELECT id, register, heading_set AS headingSet, mapping, mapped_at AS at,
    ${userName('mapped_by')} AS by
  FROM column_mapping m WHERE register = ? AND NOT EXISTS (SELECT 1 FROM column_mapping later
    WHERE later.register = m.register AND later.heading_set = m.heading_set AND later.rowid > m.rowid)
  ORDER BY rowid DESC LIMIT 50`

/** How foreign files were read: append only, so that it can be told later of every import. */
export function mappingStore(database: Database): MappingStore {
  return {
    save: (kept) => database.write((sql) => void sql(SAVE).run({ ...kept, mapping: JSON.stringify(kept.mapping) })),
    find: async (register, id) => {
      const row = database
        .read<{ mapping: string }>('SELECT mapping FROM column_mapping WHERE register = ? AND id = ?')
        .get(register, id)
      return row ? (JSON.parse(row.mapping) as ColumnMapping) : null
    },
    latest: async (register) =>
      database
        .read<MappingRow>(LATEST)
        .all(register)
        .map((row) => ({ ...row, mapping: JSON.parse(row.mapping) as ColumnMapping })),
  }
}
