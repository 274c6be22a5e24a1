import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { DamageMark } from '@wayproof/database/sqlite/damage-mark'
import { openSqlite, type SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { emptyLog } from '@wayproof/database/sqlite/wipe-file'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { timing } from '@wayproof/database/testing/timing'
import { systemTokens } from '@wayproof/kernel/system'
import { closeAtOnce, openedWave, submit, surveyOnSqlite, tokens } from '@wayproof/survey/testing/survey-world'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { integrityStore } from './integrity-store.ts'

const PAGE = 4_096

/** A survey with an unlinked wave, moved completely into the file, and its checks. */
async function unlinkedWorld() {
  const world = await surveyOnSqlite()
  await openedWave(world, 60)
  for (const token of (await tokens(world)).slice(0, 40))
    await submit(world, token, { overall: '4', improve: '少要一点' })
  world.setNow('2026-08-01T02:00:00Z')
  await closeAtOnce(world, '2026-H1')
  await emptyLog(world.database)
  // A check never times out here, however slow the machine is.
  const sleep = (ms: number) => (ms < 1_000 ? timing.sleep(ms) : new Promise<void>(() => undefined))
  const patient = openSqlite({ file: world.database.file, now: timing.now, sleep })
  onTestFinished(() => patient.close())
  const integrity = integrityStore(patient, { clock: world.ports.clock, tokens: systemTokens })
  return { ...world, database: patient, integrity }
}

/** The first page of a table in the file. */
function pageOf(file: string, table: string): number {
  const connection = new SQLite(file, { readonly: true })
  try {
    return Number(connection.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table))
  } finally {
    connection.close()
  }
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, bytes, 0, bytes.length, at)
  } finally {
    closeSync(handle)
  }
}

const tryToWrite = ({ database }: { readonly database: SqliteDatabase }) => database.write(async () => undefined)

test('an intact file is sound, and writes continue', async () => {
  const world = await unlinkedWorld()
  expect(await world.integrity.checkStructure()).toBe('sound')
  expect(await world.integrity.checkWhole()).toBe('sound')
  expect(world.integrity.damage()).toBe(null)
  await tryToWrite(world)
})

test.each(['checkStructure', 'checkWhole'] as const)(
  'overwritten bytes are found by %s, and stop all writes, also those of another process',
  async (check) => {
    const world = await unlinkedWorld()
    const before = readFileSync(world.database.file)
    overwrite(world.database.file, (pageOf(world.database.file, 'traveler') - 1) * PAGE, Buffer.alloc(64, 0xff))
    expect(await world.integrity[check]()).toBe('damaged')
    expect(world.integrity.damage()?.faults.length).toBeGreaterThan(0)
    await expect(tryToWrite(world)).rejects.toMatchObject({ code: 'damaged' })
    await expect(submit(world, (await tokens(world))[50] ?? '', { overall: '4' })).resolves.toMatchObject({ ok: false })
    const other = openSqlite({ file: world.database.file, ...timing })
    onTestFinished(() => other.close())
    await expect(tryToWrite({ database: other })).rejects.toMatchObject({ code: 'damaged' })
    // Reads continue.
    expect(await other.query.get('SELECT count(*) AS n FROM answer')).toEqual({ n: 40 })
    expect(statSync(`${world.database.file}-damaged`).mode & 0o777).toBe(0o600)

    writeFileSync(world.database.file, before)
    expect(await world.integrity.checkWhole()).toBe('sound')
    expect(existsSync(`${world.database.file}-damaged`)).toBe(false)
    await tryToWrite(world)
  },
)

test.each([
  `UPDATE answer SET "values" = replace("values", '4', '5') WHERE key = (SELECT min(key) FROM answer)`,
  'DELETE FROM answer WHERE key = (SELECT max(key) FROM answer)',
  `INSERT INTO answer SELECT wave_id, randomblob(16), cell_id, "values", comment, language, encrypted FROM answer LIMIT 1`,
])('a check finds changed answers of an unlinked wave: %s', async (change) => {
  const world = await unlinkedWorld()
  await world.database.write((query) => query.run(change))
  expect(await world.integrity.checkStructure()).toBe('sound')
  expect(await world.integrity.checkWhole()).toBe('damaged')
  expect(world.integrity.damage()?.faults).toEqual(['the answers of 2026-H1 are not those that were unlinked'])
  await expect(tryToWrite(world)).rejects.toMatchObject({ code: 'damaged' })
})

test('the answers of a wave that an earlier version unlinked are compared from the first whole check on', async () => {
  const world = await unlinkedWorld()
  const digest = () => world.database.query.get('SELECT answers_digest AS digest FROM wave')
  const taken = await digest()
  await world.database.write((query) => query.run('UPDATE wave SET answers_digest = NULL'))
  expect(await world.integrity.checkWhole()).toBe('sound')
  expect(await digest()).toEqual(taken)
})

test('answers deleted on schedule are not damage', async () => {
  const world = await unlinkedWorld()
  await world.database.write(async (query) => {
    await query.run('DELETE FROM answer')
    await query.run('UPDATE wave SET answers_deleted_at = 1')
  })
  expect(await world.integrity.checkWhole()).toBe('sound')
})

test('a check that takes too long is ended, and writes continue', async () => {
  const world = await unlinkedWorld()
  const hasty = openSqlite({ file: world.database.file, now: timing.now, sleep: async () => undefined })
  onTestFinished(() => hasty.close())
  const integrity = integrityStore(hasty, { clock: world.ports.clock, tokens: systemTokens })
  expect(await integrity.checkStructure()).toBe('unfinished')
  expect(await integrity.checkWhole(AbortSignal.abort())).toBe('unfinished')
  await tryToWrite({ database: hasty })
})

test('a check whose process cannot start is unfinished, and this process goes on', async () => {
  const { integrity } = await unlinkedWorld()
  const { execPath } = process
  process.execPath = '/missing/node'
  onTestFinished(() => {
    process.execPath = execPath
  })
  expect([await integrity.checkStructure(), await integrity.checkWhole()]).toEqual(['unfinished', 'unfinished'])
})

test('other processes see a note of damage, and its removal, within 1 second', () => {
  const file = temporaryFile()
  let now = 0
  const [mine, theirs] = [new DamageMark(file, () => now), new DamageMark(file, () => now)]
  expect(theirs.read()).toBe(null)
  mine.note({ at: 1, faults: ['broken'] }, systemTokens)
  expect(mine.read()).toEqual({ at: 1, faults: ['broken'] })
  now = 1_000
  expect(theirs.read()).toEqual({ at: 1, faults: ['broken'] })
  mine.clear()
  now = 2_000
  expect(theirs.read()).toBe(null)
})
