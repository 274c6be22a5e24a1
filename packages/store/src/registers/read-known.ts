import type { Known } from '@wayproof/evidence'
import type { ReadSql } from '../sqlite/sql.ts'

/** What rows may refer to, as it stands now. */
export function readKnown(sql: ReadSql): Known {
  const ids = (text: string) =>
    new Set(
      sql<{ id: string }>(text)
        .all()
        .map(({ id }) => id),
    )
  return {
    partners: ids('SELECT id FROM partner'),
    surfaces: ids('SELECT id FROM policy_surface'),
    versions: ids('SELECT version AS id FROM policy_version'),
  }
}
