import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { placeOf } from '@wayproof/database/testing/database-at'
import { countOf, openedWave } from '@wayproof/survey/testing/survey-world'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { takeManifest } from './manifest.ts'
import { headerOf, openSealedFile } from './sealed-file.ts'
import { type BackedUpWorld, backedUpWorld, fileAt } from './testing/backed-up-world.ts'

const BACKUPS = 50
const TRAVELERS = 4_000
const answering = fileURLToPath(new URL('testing/answering-process.ts', import.meta.url))

/** Every row of a database file by table, except for rows that a restore writes. */
function rowsOf(file: string): Readonly<Record<string, readonly unknown[]>> {
  const connection = new SQLite(file, { readonly: true })
  try {
    const tables = connection
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .pluck()
      .all()
    // A restore adds its own entry to the audit log.
    const rowsIn = (table: string) =>
      connection
        .prepare<[], unknown[]>(`SELECT * FROM "${table}" ORDER BY 1, 2`)
        .raw()
        .all()
        .filter((row) => table !== 'audit_entry' || !row.includes('restored'))
    return Object.fromEntries(
      tables.filter((table) => table !== 'installation' && table !== 'letter').map((table) => [table, rowsIn(table)]),
    )
  } finally {
    connection.close()
  }
}

function checkOf(file: string): unknown {
  const connection = new SQLite(file, { readonly: true })
  try {
    const one = (sql: string) => connection.prepare(sql).pluck().get()
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connection.pragma('foreign_key_check')).toEqual([])
    // A transaction is in the backup completely or not at all.
    expect(one('SELECT count(*) FROM invitation WHERE answered = 1')).toBe(one('SELECT count(*) FROM answer'))
    expect(one('SELECT sum(answered) FROM answer_counter')).toBe(one('SELECT count(*) FROM answer'))
    return one('SELECT count(*) FROM answer')
  } finally {
    connection.close()
  }
}

/** The rows of a backup, decrypted without a restore. */
function openedRows(world: BackedUpWorld, backup: string) {
  const copy = `${backup}.opened`
  const line = headerOf(backup)
  if (!line || openSealedFile(backup, copy, world.keys, line) !== 'opened') throw new Error('not opened')
  takeManifest(copy)
  return rowsOf(copy)
}

test('50 backups made while answers are written can all be restored completely', async () => {
  const world = await backedUpWorld()
  await openedWave(world, TRAVELERS)
  const writer = spawn(process.execPath, ['--import', 'tsx', answering, placeOf(world.database)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void writer.kill('SIGKILL'))
  await once(writer.stdout, 'data')
  writer.stdout.resume()
  const answers = () => countOf(world, 'answer')
  const backups: string[] = []
  for (let n = 0; n < BACKUPS; n += 1) {
    backups.push(await world.backup(`${n}.backup`))
    // Each backup has more answers than the one before.
    const before = await answers()
    await expect.poll(answers, { interval: 5 }).toBeGreaterThan(before)
  }
  expect(writer.exitCode).toBe(null)
  writer.kill('SIGTERM')
  expect(await once(writer, 'exit')).toEqual([0, null])

  const counts: unknown[] = []
  for (const [n, backup] of backups.entries()) {
    const database = join(backup, '..', `restored-${n}`, 'wayproof.db')
    expect(await world.restore(backup, { database: fileAt(database) })).toMatchObject({
      ok: true,
      value: { unreadable: 0 },
    })
    counts.push(checkOf(database))
    expect(rowsOf(database)).toEqual(openedRows(world, backup))
  }
  expect(new Set(counts).size).toBe(BACKUPS)
  expect(counts).toEqual(counts.toSorted((a, b) => Number(a) - Number(b)))
})
