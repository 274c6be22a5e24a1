import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type {} from '@wayproof/store/testing'
import type { TestProject } from 'vitest/node'
import { startPostgresql } from '../postgresql/local-postgresql.ts'

/** Each test has a database of its own, whose pool keeps its connections for a while after the test. */
const MANY_CLIENTS = ['-c', 'max_connections=400']

let stop: () => Promise<void> = async () => {}

/** Starts a PostgreSQL server for all tests, unless TEST_POSTGRES_URL names one. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('engine', process.env.TEST_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite')
  const given = process.env.TEST_POSTGRES_URL
  if (given) return project.provide('postgresUrl', given)
  const server = await startPostgresql({ folder: quickFolder(), isDurable: false, flags: MANY_CLIENTS })
  stop = server.stop
  project.provide('postgresUrl', server.url)
}

export async function teardown(): Promise<void> {
  await stop()
}

const MEMORY = '/dev/shm'
const BYTES_NEEDED = 2 ** 31

/** A folder in memory where the system has a large one: each test makes a database of 8 MB. */
function quickFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize >= BYTES_NEEDED ? MEMORY : tmpdir()
}
