import { setTimeout as wait } from 'node:timers/promises'
import { startPostgresql } from '@wayproof/local-stack/postgresql/local-postgresql'
import { type ExecutedPlan, readPlans } from './read-plans.ts'

/** A PostgreSQL server that writes down how it executes each statement. */
export interface ExplainedServer {
  readonly url: string
  /** Runs `work` on new connections, and returns its plans and the bytes of write-ahead log. */
  explain(work: () => Promise<unknown>): Promise<Explained>
  /** Bytes of each table with its indexes, divided by its rows. */
  bytesPerRow(tables: readonly string[]): Promise<Readonly<Record<string, number>>>
  stop(): Promise<void>
}

export interface Explained {
  readonly plans: readonly ExecutedPlan[]
  readonly walBytes: number
}

const DATABASE = 'plans'
const FLAGS = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=-1',
  'auto_explain.log_analyze=on',
  'auto_explain.log_buffers=on',
  'auto_explain.log_timing=off',
  'auto_explain.log_format=json',
].flatMap((setting) => ['-c', setting])
/** The server's log reaches us a moment after its statements. */
const LOG_DELAY_MS = 500

export async function startExplainedServer(folder: string): Promise<ExplainedServer> {
  let log = ''
  const onLog = (text: string) => {
    log += text
  }
  const server = await startPostgresql({ folder, isDurable: true, flags: FLAGS, onLog })
  const url = await server.createDatabase(DATABASE)
  const number = async (statement: string) => Number(Object.values((await server.ask(DATABASE, statement))[0] ?? {})[0])
  const wal = () => number(`SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')`)
  return {
    url,
    async explain(work) {
      await server.ask('postgres', `ALTER DATABASE ${DATABASE} SET auto_explain.log_min_duration = 0`)
      const before = await wal()
      try {
        await work()
      } finally {
        await server.ask('postgres', `ALTER DATABASE ${DATABASE} RESET auto_explain.log_min_duration`)
      }
      const walBytes = (await wal()) - before
      await wait(LOG_DELAY_MS)
      const plans = readPlans(log)
      log = ''
      return { plans, walBytes }
    },
    async bytesPerRow(tables) {
      await server.ask(DATABASE, 'ANALYZE')
      const sizes = tables.map(async (table) => [
        table,
        await number(
          `SELECT round(pg_total_relation_size(oid) / greatest(reltuples, 1)) FROM pg_class WHERE relname = '${table}'`,
        ),
      ])
      return Object.fromEntries(await Promise.all(sizes))
    },
    stop: () => server.stop(),
  }
}
