import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openSqlite } from '@wayproof/database/sqlite/sqlite-database'
import { timing } from '@wayproof/database/testing/timing'
import { readJournal } from '@wayproof/journal/kept-events/journal'
import { systemIds } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import {
  closeAtOnce,
  openedWave,
  remindNow,
  submit,
  tokens,
  travelerFile,
  travelerRow,
} from '@wayproof/survey/testing/survey-world'
import { addressKey } from '@wayproof/survey/travelers/address-key'
import { eraseTraveler } from '@wayproof/survey/travelers/erase-traveler'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { suppressAddress } from '@wayproof/survey/travelers/suppress-address'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { attackAnonymity } from '../anonymity/attack-anonymity.ts'
import { backupStore } from './backup-store.ts'
import { type BackedUpWorld, backedUpWorld, fileAt } from './testing/backed-up-world.ts'

const mail = (n: number) => `traveler-${n}@example.com`
const leave = ({ ports }: BackedUpWorld, n: number) =>
  unsubscribe(ports, { token: unsubscribeToken(ports.keyring, mail(n)) })

/** Reads a restored database. */
function inRestored<T>(world: BackedUpWorld, read: (connection: SQLite.Database) => T): T {
  const connection = new SQLite(join(dirname(world.database.file), 'elsewhere', 'restored.db'), { readonly: true })
  try {
    return read(connection)
  } finally {
    connection.close()
  }
}

const reasonIn = (world: BackedUpWorld, n: number) =>
  inRestored(world, (connection) =>
    connection
      .prepare('SELECT reason FROM suppression WHERE email_key = ?')
      .pluck()
      .get(addressKey(world.ports.keyring, mail(n))),
  )

test('people who unsubscribed, objected or were erased since the backup remain so', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  const backup = await world.backup('before.backup')
  expect(await leave(world, 1)).toMatchObject({ ok: true })
  expect(await suppressAddress(world.ports, { email: mail(2) })).toMatchObject({ ok: true })
  await importTravelers(world.ports, travelerFile([travelerRow(3, { email: 'moved@example.com' })]))
  expect(await eraseTraveler(world.ports, { customerNumber: 'C-3' })).toMatchObject({ ok: true })
  expect(await eraseTraveler(world.ports, { email: mail(4) })).toMatchObject({ ok: true })
  expect(await eraseTraveler(world.ports, { email: 'nobody@example.com' })).toMatchObject({ ok: true })
  const restored = await world.restore(backup)
  expect(restored).toMatchObject({ ok: true, value: { unsubscribed: 5, erased: 2, closed: [], unreadable: 0 } })
  expect([1, 2, 4].map((n) => reasonIn(world, n))).toEqual(['unsubscribed', 'objected', 'erased'])
  const numbers = inRestored(world, (connection) =>
    connection
      .prepare("SELECT customer_number FROM traveler WHERE customer_number IN ('C-1', 'C-3', 'C-4')")
      .pluck()
      .all(),
  )
  expect(numbers).toEqual(['C-1'])
})

test('the journal contains no address, number or id, and is readable by its owner only', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  await leave(world, 1)
  await eraseTraveler(world.ports, { customerNumber: 'C-3' })
  world.setNow('2026-08-01T02:00:00Z')
  await closeAtOnce(world, '2026-H1')
  const text = readFileSync(world.journal, 'utf8')
  expect(text).not.toMatch(/example|C-3|2026-H1/)
  for (const { id } of await world.database.query.all<{ id: string }>(
    'SELECT id FROM traveler UNION SELECT id FROM wave',
  ))
    expect(text).not.toContain(id)
  expect(statSync(world.journal).mode & 0o777).toBe(0o600)
  expect(readJournal(world.journal, world.ports.keyring).lines.map(({ kind }) => kind)).toEqual([
    'unsubscribed',
    'erased',
    'closed',
  ])
})

test('a wave that was closed since the backup is closed and unlinked again', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  for (const token of (await tokens(world)).slice(0, 20)) await submit(world, token, { overall: '4' })
  const backup = await world.backup('open.backup')
  world.setNow('2026-08-01T02:00:00Z')
  await closeAtOnce(world, '2026-H1')
  const restored = await world.restore(backup)
  expect(restored).toMatchObject({ ok: true, value: { closed: ['2026-H1'] } })
  expectUnlinked(world, 20)
})

test('a backup restored after the day of its destruction has no ties', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  for (const token of (await tokens(world)).slice(0, 20)) await submit(world, token, { overall: '4' })
  const backup = await world.backup('open.backup')
  world.setNow('2026-08-30T02:00:00Z')
  const inTime = await world.restore(backup, { database: fileAt(join(world.folder, 'in-time', 'restored.db')) })
  expect(inTime).toMatchObject({ ok: true, value: { closed: [] } })
  world.setNow('2026-08-30T16:00:00Z')
  expect(await world.restore(backup)).toMatchObject({ ok: true, value: { closed: ['2026-H1'] } })
  expectUnlinked(world, 20)
})

function expectUnlinked(world: BackedUpWorld, answers: number): void {
  const found = inRestored(world, (connection) => ({
    wave: connection.prepare('SELECT status FROM wave').pluck().get(),
    answers: connection.prepare('SELECT count(*) FROM answer').pluck().get(),
    tied: connection.prepare('SELECT count(*) FROM invitation WHERE answered IS NOT NULL').pluck().get(),
  }))
  expect(found).toEqual({ wave: 'unlinked', answers, tied: 0 })
  const file = join(dirname(world.database.file), 'elsewhere', 'restored.db')
  const [wave] = attackAnonymity({ file, now: world.ports.clock.now() })
  expect(wave).toMatchObject({ status: 'unlinked' })
}

test('withheld reminders are counted in steps of five', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 12)
  await world.database.write((query) =>
    query.run(`UPDATE letter SET state = 'sent', sent_at = @sentAt`, { sentAt: new Date(world.ports.clock.now()) }),
  )
  expect(await remindNow(world)).toBe(12)
  const database = join(dirname(world.database.file), 'reminded', 'restored.db')
  expect(await world.restore(await world.backup('reminded.backup'), { database: fileAt(database) })).toMatchObject({
    ok: true,
  })
  const opened = openSqlite({ file: database, ...timing })
  onTestFinished(() => opened.close())
  const letters = backupStore(opened, { journal: world.journal, isFolderUnset: false })
  expect(await letters.state()).toMatchObject({ heldLetters: 10 })
  expect(await letters.releaseLetters(world.ports.clock.now())).toBe(10)
  expect(await letters.state()).toMatchObject({ heldLetters: 0 })
})

test('waiting letters are withheld until an officer releases or cancels them, and new ones are sent', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  for (const name of ['released', 'dropped']) {
    const database = join(dirname(world.database.file), name, 'restored.db')
    const restored = await world.restore(await world.backup(`${name}.backup`), { database: fileAt(database) })
    expect(restored).toMatchObject({ ok: true, value: { heldLetters: 40 } })
    const opened = openSqlite({ file: database, ...timing })
    onTestFinished(() => opened.close())
    const outbox = outboxStore({ database: opened, ids: systemIds, keyring: world.ports.keyring })
    const letters = backupStore(opened, { journal: world.journal, isFolderUnset: false })
    const now = world.ports.clock.now()
    const later = now + 1_000 * 24 * 3_600_000
    expect(await outbox.claim(100, later, later + 60_000)).toEqual([])
    expect(await letters.state()).toMatchObject({ heldLetters: 40, restoredAt: now })
    if (name === 'released') {
      expect(await letters.releaseLetters(now)).toBe(40)
      expect(await outbox.claim(100, now, now + 60_000)).toHaveLength(40)
    } else expect(await letters.dropLetters()).toBe(40)
    expect(await letters.state()).toMatchObject({ heldLetters: 0 })
    expect(await letters.releaseLetters(now)).toBe(0)
  }
})

test('an event that cannot be written to the journal does not take place', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  // A folder has the path of the journal.
  rmSync(dirname(world.journal), { recursive: true, force: true })
  writeFileSync(dirname(world.journal), '')
  await expect(leave(world, 1)).rejects.toThrow()
  await expect(eraseTraveler(world.ports, { customerNumber: 'C-3' })).rejects.toThrow()
  expect(await world.database.query.all('SELECT * FROM suppression')).toEqual([])
  expect(await world.database.query.all("SELECT 1 AS n FROM traveler WHERE customer_number = 'C-3'")).toEqual([
    { n: 1 },
  ])
})

test('lines that are truncated, changed or written with another key are counted and skipped', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 40)
  await leave(world, 1)
  appendFileSync(world.journal, '{"kind":"unsubscribed","at":1,"ema')
  await leave(world, 2)
  const changed = readFileSync(world.journal, 'utf8').split('\n')[0]?.replace('"unsubscribed"', '"objected"')
  appendFileSync(world.journal, `${changed}\n`)
  const { lines, unreadable } = readJournal(world.journal, world.ports.keyring)
  expect([lines.length, unreadable]).toEqual([2, 2])
})
