import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DatabasePlace, databasePlace } from '@wayproof/database/installation/database-place'
import { isFilled } from '@wayproof/database/installation/is-filled'
import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import { openAt, placeOf } from '@wayproof/database/testing/database-at'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { closeAtOnce, openedWave, submit, tokens } from '@wayproof/survey/testing/survey-world'
import { addressKey } from '@wayproof/survey/travelers/address-key'
import { eraseTraveler } from '@wayproof/survey/travelers/erase-traveler'
import { suppressAddress } from '@wayproof/survey/travelers/suppress-address'
import { isAnonymous } from '@wayproof/survey/waves/anonymity'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { attackPostgresql } from '../anonymity/postgresql/attack-postgresql.ts'
import { noteBackup } from './note-backup.ts'
import { backedUpServer, backedUpWorld, emptyServer } from './testing/backed-up-world.ts'

const mail = (n: number) => `traveler-${n}@example.com`

/** Opens a restored database of the server. */
function opened(place: DatabasePlace): PostgresqlDatabase {
  if (place.engine !== 'postgresql') throw new Error('not a server')
  const database = openAt(place.url)
  onTestFinished(() => database.close())
  return database as PostgresqlDatabase
}

async function answeredWorld() {
  const world = await backedUpServer()
  await openedWave(world, 60)
  for (const token of (await tokens(world)).slice(0, 30)) await submit(world, token, { overall: '4' })
  return world
}

test('a backup of a server has the form of every backup, and restores each row on either engine', async () => {
  const world = await answeredWorld()
  const backup = await world.backup('one.backup')
  expect(readFileSync(backup).includes('C-17')).toBe(false)
  expect(readdirSync(world.folder).filter((name) => name.includes('-copy-'))).toEqual([])
  const server = await emptyServer()
  const restored = await world.restore(backup, { database: server })
  expect(restored).toMatchObject({
    ok: true,
    value: { heldLetters: 60, header: { ties: [{ period: '2026-H1', destroyBy: '2026-08-30' }] } },
  })
  const statement = 'SELECT id, traveler_id, cell_id, generation, answered FROM invitation ORDER BY id'
  const before = await world.database.query.all(statement)
  expect(await opened(server).query.all(statement)).toEqual(before)
  expect(await world.restore(backup)).toMatchObject({ ok: true })
  const file = new SQLite(join(world.folder, 'elsewhere', 'restored.db'), { readonly: true })
  expect(file.prepare(statement).all()).toEqual(before)
  file.close()
})

test('the backup of a file is restored on a server', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  const server = await emptyServer()
  expect(await world.restore(await world.backup('file.backup'), { database: server })).toMatchObject({ ok: true })
  expect(await opened(server).query.get('SELECT count(*) AS n FROM invitation')).toEqual({ n: 40 })
})

test('people who unsubscribed, objected or were erased since the backup remain so on a server', async () => {
  const world = await answeredWorld()
  const backup = await world.backup('before.backup')
  await unsubscribe(world.ports, { token: unsubscribeToken(world.ports.keyring, mail(1)) })
  await suppressAddress(world.ports, { email: mail(2) })
  await eraseTraveler(world.ports, { email: mail(4) })
  const server = await emptyServer()
  const restored = await world.restore(backup, { database: server })
  expect(restored).toMatchObject({ ok: true, value: { unsubscribed: 3, erased: 1, closed: [], unreadable: 0 } })
  const { query } = opened(server)
  for (const [n, reason] of [
    [1, 'unsubscribed'],
    [2, 'objected'],
    [4, 'erased'],
  ] as const) {
    const key = addressKey(world.ports.keyring, mail(n))
    expect(await query.get('SELECT reason FROM suppression WHERE email_key = @key', { key })).toEqual({ reason })
  }
  expect(await query.get("SELECT 1 AS n FROM traveler WHERE customer_number = 'C-4'")).toBeUndefined()
})

test('a wave that was closed since the backup, or whose copies had to be destroyed, is anonymous on a server', async () => {
  const world = await answeredWorld()
  const backup = await world.backup('open.backup')
  const [closedSince, expired] = [await emptyServer(), await emptyServer()]
  // A copy of the folder of keys from before the close, as an operator keeps it apart from the backups.
  const copyKeys = () => cpSync(copiedKeys, join(world.folder, 'elsewhere', 'wave-keys'), { recursive: true })
  const copiedKeys = join(world.folder, 'copied-keys')
  cpSync(world.keyFolder, copiedKeys, { recursive: true })
  copyKeys()
  world.setNow('2026-08-30T16:00:00Z')
  const noJournal = { database: expired, journal: join(world.folder, 'none.log') }
  expect(await world.restore(backup, noJournal)).toMatchObject({ ok: true, value: { closed: ['2026-H1'] } })
  world.setNow('2026-08-01T02:00:00Z')
  await closeAtOnce(world, '2026-H1')
  copyKeys()
  expect(await world.restore(backup, { database: closedSince })).toMatchObject({ value: { closed: ['2026-H1'] } })
  for (const server of [closedSince, expired]) {
    const [wave] = await attackPostgresql(opened(server), { now: world.ports.clock.now() })
    expect(wave).toMatchObject({ status: 'unlinked', answers: 30, tied: 0, respondentsKnown: 0 })
    expect(wave && isAnonymous(wave)).toBe(true)
  }
})

test('an anonymous wave stays anonymous in its backup and after its restore', async () => {
  const world = await answeredWorld()
  world.setNow('2026-08-01T02:00:00Z')
  await closeAtOnce(world, '2026-H1')
  const server = await emptyServer()
  expect(await world.restore(await world.backup('closed.backup'), { database: server })).toMatchObject({ ok: true })
  const [wave] = await attackPostgresql(opened(server), { now: world.ports.clock.now() })
  expect(wave).toMatchObject({ status: 'unlinked', answers: 30, tied: 0, respondentsKnown: 0 })
})

test('a backup that was changed or truncated leaves a server as it was', async () => {
  const world = await answeredWorld()
  const whole = readFileSync(await world.backup('whole.backup'))
  const server = await emptyServer()
  const broken = join(world.folder, 'broken.backup')
  const changed = Buffer.from(whole)
  changed[whole.length - 500] = (changed[whole.length - 500] ?? 0) ^ 1
  for (const bytes of [changed, whole.subarray(0, whole.length - 100), whole.subarray(0, 90_000)]) {
    writeFileSync(broken, bytes)
    const restored = await world.restore(broken, { database: server })
    expect(restored).toMatchObject({ ok: false, fault: { code: 'backup-damaged' } })
  }
  expect(await isFilled(server)).toBe(false)
  expect(await opened(server).query.all("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")).toEqual([])
  expect(readdirSync(join(world.folder, 'elsewhere'))).toEqual([])
})

test('a restore is refused on a server database that an installation uses', async () => {
  const world = await answeredWorld()
  const backup = await world.backup('one.backup')
  const used = databasePlace(placeOf(world.database))
  const refused = {
    ok: false,
    fault: { code: 'place-not-empty', figures: { path: expect.stringMatching(/:\d+\/test_/) } },
  }
  expect(await world.restore(backup, { database: used })).toMatchObject(refused)
  expect(await world.database.query.get('SELECT count(*) AS n FROM answer')).toEqual({ n: 30 })
  expect(existsSync(join(world.folder, 'elsewhere'))).toBe(false)
})

test('a server database of an older version is not backed up, and the fault names that version', async () => {
  const world = await answeredWorld()
  const last = 'SELECT max(migration_name) FROM _prisma_migrations'
  await world.database.pool.query(`DELETE FROM _prisma_migrations WHERE migration_name = (${last})`)
  await world.database.pool.query("UPDATE installation SET version = '0.1.5'")
  await expect(world.backup('old.backup')).rejects.toMatchObject({ code: 'older-database', detail: '0.1.5' })
  expect(existsSync(join(world.folder, 'old.backup'))).toBe(false)
})

test('the moment of a backup is recorded on a server with an entry in the audit log', async () => {
  const world = await answeredWorld()
  const now = world.ports.clock.now()
  await noteBackup(databasePlace(placeOf(world.database)), now)
  expect(await world.database.query.get('SELECT backed_up_at AS at FROM installation')).toEqual({ at: now })
  expect(await world.database.query.get("SELECT count(*) AS n FROM audit_entry WHERE act = 'backed-up'")).toEqual({
    n: 1,
  })
})
