import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface ServerDatabase {
  readonly name: string
  readonly url: string
  /** Ends every connection to it, and deletes it. */
  drop(): Promise<void>
}

/** Creates a database on the server of `serverUrl`, with the tables of `template`. */
export async function createServerDatabase(serverUrl: string, template = 'template1'): Promise<ServerDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // Copying the files takes half as long as writing every page to the log.
  await onServer(serverUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`)
  const url = new URL(serverUrl)
  url.pathname = name
  return { name, url: url.href, drop: () => onServer(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`) }
}

const connections = new Map<string, Promise<pg.Client>>()

/** Runs a statement on a connection that stays open while the process works: opening one takes as long as the statement. */
async function onServer(serverUrl: string, statement: string): Promise<void> {
  const connection = connections.get(serverUrl) ?? connect(serverUrl)
  connections.set(serverUrl, connection)
  await (await connection).query(statement)
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  // The server may end first.
  client.on('error', () => connections.delete(connectionString))
  await client.connect()
  return client
}
