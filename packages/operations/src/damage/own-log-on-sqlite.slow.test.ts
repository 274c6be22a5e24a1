import { copyFileSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { assertOwnLog, openSqliteFile } from '../installation/open-sqlite-file.ts'

/** A check never times out here, however slow the machine is. */
const sleep = () => new Promise<void>(() => undefined)
const deps = { clock: systemClock, ids: systemIds, keyring: keyring(systemTokens.bytes(32)), sleep }

/** A database with an empty log, and a program that writes to it. */
async function writtenDatabase() {
  const file = temporaryFile()
  await (await openSqliteFile(file, deps)).close()
  const connection = new SQLite(file)
  onTestFinished(() => void connection.close())
  connection.pragma('wal_autocheckpoint = 0')
  const insert = connection.prepare('INSERT INTO comment_code (id, name_zh, name_en) VALUES (?, ?, ?)')
  const write = (rows: number) => {
    for (let n = 0; n < rows; n += 1) insert.run(systemIds.next(), '服务', 'Service '.repeat(n % 30))
  }
  const moveLog = (how: 'PASSIVE' | 'TRUNCATE') =>
    connection.pragma(`wal_checkpoint(${how})`) as { readonly checkpointed: number }[]
  return { file, write, moveLog }
}

/** The file and a log, as found after a power cut or a manual restore. */
function pairOf(file: string, log: string): string {
  const copy = temporaryFile()
  copyFileSync(file, copy)
  copyFileSync(log, `${copy}-wal`)
  return copy
}

test('an older copy of the file beside a newer log is refused and not changed', async () => {
  const { file, write, moveLog } = await writtenDatabase()
  write(500)
  moveLog('TRUNCATE')
  const older = temporaryFile()
  copyFileSync(file, older)
  write(500)
  moveLog('TRUNCATE')
  write(20)
  const restored = pairOf(older, `${file}-wal`)
  const contents = () => [restored, `${restored}-wal`].map((path) => readFileSync(path))
  const before = contents()
  await expect(openSqliteFile(restored, deps)).rejects.toMatchObject({ code: 'foreign-log', detail: `${restored}-wal` })
  expect(contents()).toEqual(before)

  renameSync(`${restored}-wal`, `${restored}-moved`)
  const database = await openSqliteFile(restored, deps)
  onTestFinished(() => database.close())
  expect(await database.query.get('SELECT count(*) AS n FROM comment_code')).toEqual({ n: 500 })
})

test('the log of another installation is refused', async () => {
  const mine = await writtenDatabase()
  const other = temporaryFile()
  const database = await openSqliteFile(other, deps)
  onTestFinished(() => database.close())
  await expect(assertOwnLog(pairOf(mine.file, `${other}-wal`), sleep)).rejects.toMatchObject({ code: 'foreign-log' })
})

test('the file’s own log is accepted, wherever a power cut left the two', async () => {
  const { file, write, moveLog } = await writtenDatabase()
  const reader = new SQLite(file, { readonly: true })
  onTestFinished(() => void reader.close())
  for (const rows of [3, 40, 200, 7, 90]) {
    write(rows)
    // A reader in the middle of the log keeps the rest of it from being moved.
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM comment_code').get()
    write(rows)
    const [moved] = moveLog('PASSIVE')
    const pair = pairOf(file, `${file}-wal`)
    await assertOwnLog(pair, sleep)
    // A power cut loses the unsynced part of the log: whole frames, or a part of one.
    truncateSync(`${pair}-wal`, 32 + (moved?.checkpointed ?? 0) * (24 + 4096) + rows * 37)
    await assertOwnLog(pair, sleep)
    reader.exec('COMMIT')
    if (rows === 200) moveLog('TRUNCATE')
  }
})

test('damage of a file that is damaged without its log is not blamed on the log', async () => {
  const { file, write } = await writtenDatabase()
  write(100)
  const pair = pairOf(file, `${file}-wal`)
  writeFileSync(pair, readFileSync(pair).fill(0xff, 15 * 4096, 16 * 4096))
  await assertOwnLog(pair, sleep)
})
