import type { ServerPlace } from '@wayproof/database/installation/database-place'
import type { ReadQuery } from '@wayproof/database/query/query'
import { readStoredChain } from '@wayproof/journal/audit-log/rows/stored-chain'
import type { Instant } from '@wayproof/kernel/clock'
import type { VerifyStore } from '@wayproof/scorecard/closing/evidence/open-for-verifying-on-sqlite'
import { sealReads } from '@wayproof/scorecard/closing/evidence/seal-reads'
import { factSource } from '@wayproof/scorecard/facts/fact-source'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { attackPostgresql } from '../anonymity/postgresql/attack-postgresql.ts'
import { withServer } from '../installation/with-server.ts'

/** Ties found by an attack on a database server, and settings by which the server keeps deleted rows. */
export interface AttackedServer {
  readonly waves: readonly WaveAnonymity[]
  readonly warnings: readonly ServerWarning[]
}

/**
 * Attacks the answers in a server database, like `attackAnonymity` those in a file. Changes nothing and needs no key.
 * Throws DatabaseFault.
 */
export const attackServer = (server: ServerPlace, now: Instant): Promise<AttackedServer> =>
  withServer(server, async (database) => ({
    waves: await attackPostgresql(database, { now }),
    warnings: await serverWarnings(database.query),
  }))

/**
 * Runs `work` on a server database to verify its seals and its audit log. Changes nothing and needs no key. Throws
 * DatabaseFault.
 */
export const verifyServer = <T>(
  server: ServerPlace,
  work: (store: Omit<VerifyStore, 'close'>) => Promise<T>,
): Promise<T> =>
  withServer(server, (database) =>
    work({
      closing: sealReads((read) => database.readSnapshot(read)),
      facts: (deps) => factSource(database, deps),
      auditLog: () => database.readSnapshot(readStoredChain),
    }),
  )

/** A setting that makes a server keep rows which unlinking deletes. */
type ServerWarning = 'archives-log' | 'logical-log' | 'logs-statements' | 'replicas'

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
