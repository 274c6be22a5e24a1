import { DatabaseFault } from '../database-fault.ts'
import type { ReadQuery } from '../query/query.ts'

const OLDEST = 17

const SERVER = `SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS named,
  current_setting('track_commit_timestamp') AS timestamps, current_setting('transaction_read_only') AS readOnly`

interface Server {
  readonly version: string
  readonly named: string
  readonly timestamps: 'on' | 'off'
  readonly readOnly: 'on' | 'off'
}

/**
 * Throws DatabaseFault `old-server` before version 17, `read-only` for a standby, and `commit-times` if the server
 * stores the time of each commit, because the times would reveal the author of each answer.
 */
export async function checkServer(query: ReadQuery): Promise<void> {
  const server = await query.get<Server>(SERVER)
  if (!server) throw new DatabaseFault('unreachable', 'the server returned no settings')
  if (Number(server.version) < OLDEST * 10_000)
    throw new DatabaseFault('old-server', `PostgreSQL ${server.named}`, { detail: server.named })
  if (server.readOnly === 'on') throw new DatabaseFault('read-only', 'the server accepts no writes')
  if (server.timestamps === 'on') throw new DatabaseFault('commit-times', 'track_commit_timestamp is on')
}
