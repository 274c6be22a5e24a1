import type { ServerPlace } from '@wayproof/database/installation/database-place'
import { readStoredChain } from '@wayproof/journal/audit-log/rows/stored-chain'
import type { Instant } from '@wayproof/kernel/clock'
import type { VerifyStore } from '@wayproof/scorecard/closing/evidence/open-for-verifying-on-sqlite'
import { sealReads } from '@wayproof/scorecard/closing/evidence/seal-reads'
import { factSource } from '@wayproof/scorecard/facts/fact-source'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { attackPostgresql } from '../anonymity/postgresql/attack-postgresql.ts'
import { type ServerWarning, serverWarnings } from '../anonymity/postgresql/server-warnings.ts'
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
