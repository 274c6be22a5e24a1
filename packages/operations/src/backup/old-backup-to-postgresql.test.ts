import { dirname, join } from 'node:path'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openFilled } from '../upgrade/filled-database.ts'
import { makeBackup } from './make-backup.ts'
import { backedUpWorld, emptyServer, fileAt } from './testing/backed-up-world.ts'

test('the backup of a database of version 0.1.0 is restored and upgraded, to a file and to a server', async () => {
  const world = await backedUpWorld()
  const old = temporaryFile()
  await (await openFilled('0.1.0', old)).close()
  // Its content was encrypted with a key that no longer exists.
  const connection = new SQLite(old)
  connection.pragma('foreign_keys = ON')
  for (const table of ['invitation', 'draft', 'traveler', 'rights_case', 'whistle_report'])
    connection.exec(`DELETE FROM ${table}`)
  connection.close()
  const target = join(dirname(world.database.file), 'old.backup')
  const common = {
    target,
    dataFolder: world.folder,
    isFolder: false,
    publicKey: world.keys.publicKey,
    keyring: world.ports.keyring,
    waveKeys: world.waveKeys,
  }
  const made = await makeBackup({ ...common, database: fileAt(old), timeZone: 'Asia/Shanghai', now: 0 })
  expect(made.ok).toBe(true)
  const restored = await world.restore(target)
  expect(restored).toMatchObject({ ok: true, value: { header: { databaseId: null } } })
  expect(await world.restore(target, { database: await emptyServer() })).toMatchObject({ ok: true })
})
