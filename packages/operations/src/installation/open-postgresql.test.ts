import { createServer } from 'node:net'
import { databasePlace } from '@wayproof/database/installation/database-place'
import { isFilled } from '@wayproof/database/installation/is-filled'
import { toPostgresqlFault } from '@wayproof/database/postgresql/postgresql-fault'
import { createPostgresql } from '@wayproof/database/testing/test-postgresql'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemIds, systemSleep } from '@wayproof/kernel/system'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openPostgresql } from './open-postgresql.ts'

const deps = { clock: systemClock, ids: systemIds, sleep: systemSleep, keyring: keyring(Buffer.alloc(32, 1)) }

function serverOf(url: string) {
  const place = databasePlace(url)
  if (place.engine !== 'postgresql') throw new Error('not a server')
  return place
}

async function emptyServer() {
  return serverOf(await createPostgresql())
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

const nameIn = (url: string) => new URL(url).pathname.slice(1)

const refusal = (promise: Promise<unknown>) => promise.then(() => null).catch((error: unknown) => error)

test('the first start migrates an empty database, and the next one opens it', async () => {
  const place = await emptyServer()
  expect(await isFilled(place)).toBe(false)
  await (await openPostgresql(place, deps)).close()
  expect(await isFilled(place)).toBe(true)
  const database = await openPostgresql(place, deps)
  expect(await database.query.all('SELECT id FROM installation')).toEqual([{ id: 1 }])
  await database.close()
})

test('two apps that start at once on an empty database both open it', async () => {
  const place = await emptyServer()
  const databases = await Promise.all([openPostgresql(place, deps), openPostgresql(place, deps)])
  const [first, second] = await Promise.all(
    databases.map(({ query }) => query.get<{ database_id: string }>('SELECT database_id FROM installation')),
  )
  expect(first).toEqual(second)
  await Promise.all(databases.map((database) => database.close()))
})

test('another key is refused, and so is the key of another database', async () => {
  const place = await emptyServer()
  await (await openPostgresql(place, deps)).close()
  const other = { ...deps, keyring: keyring(Buffer.alloc(32, 2)) }
  expect(await refusal(openPostgresql(place, other))).toMatchObject({ code: 'other-key' })
  const keyBinding = { databaseId: 'another', remember: () => {} }
  expect(await refusal(openPostgresql(place, { ...deps, keyBinding }))).toMatchObject({ code: 'other-key' })
})

/** A port on which no server listens. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

test('a server that is down is a fault that names the database and not the password', async () => {
  const port = await closedPort()
  const place = serverOf(`postgresql://somebody:secret@127.0.0.1:${port}/wayproof`)
  for (const fault of [await refusal(openPostgresql(place, deps)), await refusal(isFilled(place))]) {
    expect(fault).toMatchObject({ code: 'unreachable', detail: `127.0.0.1:${port}/wayproof` })
    expect(String(fault)).not.toContain('secret')
  }
})

test('a wrong password and a missing database are faults without the password', async () => {
  const wrong = await emptyServer()
  const role = `reader_${nameIn(wrong.url)}`
  await administer(`CREATE ROLE "${role}" LOGIN PASSWORD 'right'`)
  onTestFinished(() => administer(`DROP ROLE "${role}"`))
  const url = new URL(wrong.url)
  url.username = role
  url.password = 'wrong-secret'
  const refused = await refusal(openPostgresql(serverOf(url.href), deps))
  expect(refused).toMatchObject({ code: 'wrong-password', detail: wrong.name })
  expect(String(refused)).not.toContain('wrong-secret')
  url.pathname = '/no-such-database'
  url.password = 'right'
  expect(await refusal(openPostgresql(serverOf(url.href), deps))).toMatchObject({ code: 'no-such-database' })
})

test('a server whose certificate is not trusted is a fault of its own', () => {
  for (const code of ['DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED']) {
    const error = Object.assign(new Error('the certificate is wrong'), { code })
    expect(toPostgresqlFault(error)).toMatchObject({ code: 'untrusted-certificate' })
  }
})

test('a user who may not create tables is refused, and the database stays empty', async () => {
  const place = await emptyServer()
  const role = `reader_${nameIn(place.url)}`
  await administer(`CREATE ROLE "${role}" LOGIN PASSWORD 'right'`)
  onTestFinished(() => administer(`DROP ROLE "${role}"`))
  const url = new URL(place.url)
  url.username = role
  url.password = 'right'
  expect(await refusal(openPostgresql(serverOf(url.href), deps))).toMatchObject({ code: 'access-denied' })
  expect(await isFilled(place)).toBe(false)
})

test('a read-only database is refused', async () => {
  const place = await emptyServer()
  await administer(`ALTER DATABASE "${nameIn(place.url)}" SET default_transaction_read_only = on`)
  expect(await refusal(openPostgresql(place, deps))).toMatchObject({ code: 'read-only', detail: place.name })
})

test('a database of another program is refused and not changed', async () => {
  const place = await emptyServer()
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  await client.query('CREATE TABLE theirs (n INTEGER)').finally(() => client.end())
  expect(await refusal(openPostgresql(place, deps))).toMatchObject({ code: 'other-database', detail: place.name })
})

test('a connection that ends in the middle of a transaction is a fault, nothing is stored, and the next call works', async () => {
  const database = await openPostgresql(await emptyServer(), deps)
  const cut = database.write(async (query) => {
    await query.run("UPDATE installation SET version = 'cut'")
    const row = await query.get<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await administer(`SELECT pg_terminate_backend(${row?.pid})`)
    await query.run("UPDATE installation SET version = 'cut again'")
  })
  expect(await refusal(cut)).toMatchObject({ code: 'unreachable' })
  const kept = await database.query.get<{ version: string }>('SELECT version FROM installation')
  expect(kept?.version).not.toMatch(/cut/)
  await database.write((query) => query.run("UPDATE installation SET version = 'next'"))
  await database.close()
})

test('a server without a free connection is a fault', async () => {
  const place = await emptyServer()
  const database = await openPostgresql(place, deps)
  await administer(`ALTER DATABASE "${nameIn(place.url)}" CONNECTION LIMIT 0`)
  const role = `reader_${nameIn(place.url)}`
  await administer(`CREATE ROLE "${role}" LOGIN PASSWORD 'right'`)
  onTestFinished(() => administer(`DROP ROLE "${role}"`))
  const url = new URL(place.url)
  url.username = role
  url.password = 'right'
  expect(await refusal(isFilled(serverOf(url.href)))).toMatchObject({ code: 'busy', detail: place.name })
  await database.close()
})
