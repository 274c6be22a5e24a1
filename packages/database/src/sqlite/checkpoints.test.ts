import { existsSync, statSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { temporaryFile } from '../testing/temporary-file.ts'
import { timing } from '../testing/timing.ts'
import { openSqlite } from './sqlite-database.ts'

test('a thread moves the log of a busy writer into the file, and closing moves the rest', async () => {
  const file = temporaryFile()
  const database = openSqlite({ file, ...timing })
  await database.write(({ run }) => run('CREATE TABLE item (n INTEGER PRIMARY KEY, text TEXT)'))
  const text = 'x'.repeat(2000)
  const insert = () => database.writeUnsynced(({ run }) => run('INSERT INTO item (text) VALUES (@text)', { text }))
  for (let n = 0; n < 600; n += 1) await insert()
  const ownPages = () => database.connections.writer.pragma('wal_autocheckpoint', { simple: true })
  await expect.poll(ownPages).toBe(8000)
  // The thread moves 64 further commits before SQLite would move the log in a commit of the writer.
  for (let n = 0; n < 64; n += 1) await insert()
  await expect.poll(() => statSync(file).size).toBeGreaterThan(600 * 2000)
  const stored = await database.query.get('SELECT count(*) AS n FROM item')
  await database.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
  const reopened = new SQLite(file, { readonly: true })
  expect(reopened.prepare('SELECT count(*) AS n FROM item').get()).toEqual(stored)
  expect(reopened.pragma('integrity_check', { simple: true })).toBe('ok')
  reopened.close()
})
