import type { ReadQuery } from '@wayproof/database/query/query'

/** A setting that makes a server keep rows which unlinking deletes. */
export type ServerWarning = 'archives-log' | 'logical-log' | 'logs-statements' | 'replicas'

const SETTINGS = `SELECT current_setting('archive_mode') AS archives, current_setting('wal_level') AS level,
  current_setting('log_statement') AS statements, (SELECT count(*) FROM pg_replication_slots) AS slots`

/** Settings of a PostgreSQL server that keep copies of rows where unlinking does not reach them. */
export async function serverWarnings(query: ReadQuery): Promise<readonly ServerWarning[]> {
  const settings = await query.get<{ archives: string; level: string; statements: string; slots: number }>(SETTINGS)
  if (!settings) return []
  const warnings: readonly (readonly [ServerWarning, boolean])[] = [
    ['archives-log', settings.archives !== 'off'],
    ['logical-log', settings.level === 'logical'],
    ['logs-statements', settings.statements === 'mod' || settings.statements === 'all'],
    ['replicas', settings.slots > 0],
  ]
  return warnings.flatMap(([warning, applies]) => (applies ? [warning] : []))
}
