import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { databasePlace } from '@wayproof/database/installation/database-place'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { fileJournal } from '@wayproof/journal/kept-events/journal'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../store/open-database.ts'
import { healthStore } from './health-store.ts'

const ours = keyring(new Uint8Array(32).fill(1))
const others = keyring(new Uint8Array(32).fill(2))
const now = Date.UTC(2030, 0, 1)

/** A new installation under our key. */
async function installation() {
  const deps = { clock: systemClock, ids: systemIds, tokens: systemTokens, sleep: systemSleep, keyring: ours }
  const { database } = await openDatabase(databasePlace(await emptyDatabase()), deps)
  onTestFinished(() => database.close())
  return { database, health: healthStore(database, { keyring: ours }) }
}

test('an installation under its own key and version is ready', async () => {
  const { health } = await installation()
  expect(await health.readiness()).toEqual([])
})

test('a process with another key is not ready', async () => {
  const { database } = await installation()
  expect(await healthStore(database, { keyring: others }).readiness()).toEqual([{ code: 'other-key' }])
})

test.each([
  ['newer', `UPDATE "_prisma_migrations" SET migration_name = '9999_next' WHERE migration_name = @newest`],
  ['older', 'DELETE FROM "_prisma_migrations" WHERE migration_name = @newest'],
])('a process is not ready once a %s version has migrated the database', async (_, statement) => {
  const { database, health } = await installation()
  const read = 'SELECT max(migration_name) AS newest FROM "_prisma_migrations"'
  const { newest = '' } = (await database.query.get<{ newest: string }>(read)) ?? {}
  await database.write((query) => query.run(statement, { newest }))
  expect(await health.readiness()).toEqual([{ code: 'other-version' }])
})

test('a process that has lost its installation or its database is not ready', async () => {
  const { database, health } = await installation()
  await database.write((query) => query.run('DELETE FROM installation'))
  expect(await health.readiness()).toEqual([{ code: 'other-key' }])
  await database.close()
  expect(await health.readiness()).toEqual([{ code: 'database-unreachable' }])
  expect(await health.read(now)).toMatchObject({ scheduler: 'never', warnings: [{ code: 'scheduler-silent' }] })
})

test('a database that hangs is reported after 3 seconds, and one probe waits for it', async () => {
  const { database } = await installation()
  let reads = 0
  const all = () => {
    reads += 1
    return new Promise<never>(() => {})
  }
  const hanging = {
    engine: database.engine,
    query: { ...database.query, all },
    sleep: (ms: number) => systemSleep(ms / 100),
  }
  const { readiness } = healthStore(hanging as unknown as typeof database, { keyring: ours })
  expect(await Promise.all([readiness(), readiness()])).toEqual(Array(2).fill([{ code: 'database-unreachable' }]))
  expect(reads).toBe(1)
})

test('a letter without a wave that has waited for an hour is a warning', async () => {
  const { database, health } = await installation()
  const letter = { kind: 'report-arrived', recipientKind: 'address', recipientId: 'a@x.example', locale: 'en' }
  const due = { data: '{}', dedupeKey: 'l', state: 'queued', notBefore: new Date(now), createdAt: new Date(now) }
  await (await database.records()).letter.create({ data: { id: 'l', ...letter, ...due } })
  const { warnings } = await health.read(now + 61 * 60_000)
  expect(warnings).toContainEqual({ code: 'letters-waiting' })
})

test('a process whose journal cannot be written is not ready, because no unsubscribe would be accepted', async () => {
  const { database } = await installation()
  const journal = join(mkdtempSync(join(tmpdir(), 'wayproof-journal-')), 'backups', 'journal.log')
  onTestFinished(() => rmSync(dirname(dirname(journal)), { recursive: true }))
  const { readiness } = healthStore(database, { keyring: ours, journal })
  expect(await readiness()).toEqual([])
  fileJournal(journal, ours).record({ kind: 'unsubscribed', emailKey: new Uint8Array(32), at: 0 })
  expect(await readiness()).toEqual([])
  // A folder in its place cannot be appended to, not even by root.
  rmSync(journal)
  mkdirSync(journal)
  expect(await readiness()).toEqual([{ code: 'journal-unwritable' }])
})
