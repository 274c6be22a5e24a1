import { tmpdir } from 'node:os'
import type {} from '@wayproof/database/testing/installation-for-tests'
import type { TestProject } from 'vitest/node'
import { startPostgresql } from '../postgresql/local-postgresql.ts'

/** Each test has a database of its own, whose pool keeps its connections for a while after the test. */
const MANY_CLIENTS = ['-c', 'max_connections=400']

let stop: () => Promise<void> = async () => {}

/** Starts a PostgreSQL server for the tests of a project, unless TEST_POSTGRES_URL names one. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.TEST_POSTGRES_URL
  if (given) return project.provide('postgresUrl', given)
  const server = await startPostgresql({ folder: tmpdir(), isDurable: false, flags: MANY_CLIENTS })
  stop = server.stop
  project.provide('postgresUrl', server.url)
}

export async function teardown(): Promise<void> {
  await stop()
}
