import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openKeyFile } from '@wayproof/database/installation/key-file'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { VERSION } from '@wayproof/kernel/version'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStore } from '../store/open-store.ts'
import { openFilled } from '../upgrade/filled-database.ts'
import { columnsOf } from '../upgrade/table-digests.ts'
import { SEALED } from './bind-installation.ts'
import { checkKey } from './check-key.ts'

const keyBeside = (file: string) => join(file, '..', 'wayproof.key')

/** Starts and stops as an app does, with the key file beside the database. */
async function start(file: string, key = keyBeside(file), startEmpty = false): Promise<void> {
  const keyFile = await openKeyFile(key, systemTokens, `file:${file}`, { startEmpty })
  if (!keyFile.ok) throw new Error(keyFile.fault.code)
  const store = await openStore({
    databaseUrl: `file:${file}`,
    clock: systemClock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: keyring(...keyFile.value.keys),
    keyBinding: keyFile.value,
    timeZone: 'Asia/Shanghai',
    sleep: systemSleep,
  })
  await store.close()
}

function rowOf(file: string): unknown {
  const connection = new SQLite(file, { readonly: true })
  try {
    return connection.prepare('SELECT database_id, version FROM installation').get()
  } finally {
    connection.close()
  }
}

const idIn = (key: string) => /\ndatabase (\S+)\n$/.exec(readFileSync(key, 'utf8'))?.[1]

const write = (file: string, sql: string) => {
  const connection = new SQLite(file)
  connection.exec(sql)
  connection.close()
}

test('the key file remembers the database of the first start, and both agree from then on', async () => {
  const file = temporaryFile()
  await start(file)
  const row = { database_id: idIn(keyBeside(file)), version: VERSION }
  expect(rowOf(file)).toEqual(row)
  await start(file)
  expect(rowOf(file)).toEqual(row)
})

test('an empty database refuses another key, also for commands that need no key', async () => {
  const [file, other] = [temporaryFile(), temporaryFile()]
  await start(file)
  await start(other)
  await expect(start(file, keyBeside(other))).rejects.toMatchObject({ code: 'other-key' })
  const place = { databaseUrl: `file:${file}`, keyFile: keyBeside(other) }
  await expect(checkKey(place, systemTokens)).rejects.toMatchObject({ code: 'other-key' })
  await checkKey({ ...place, keyFile: keyBeside(file) }, systemTokens)
  // The same database id with another key.
  writeFileSync(keyBeside(other), `${'a7'.repeat(32)}\ndatabase ${idIn(keyBeside(file))}\n`)
  await expect(start(file, keyBeside(other))).rejects.toMatchObject({ code: 'other-key' })
  await expect(checkKey(place, systemTokens)).rejects.toMatchObject({ code: 'other-key' })
})

test('another database under the same key is refused, unless the operator asks for a new one', async () => {
  const file = temporaryFile()
  await start(file)
  const key = join(temporaryFile(), '..', 'moved.key')
  writeFileSync(key, readFileSync(keyBeside(file), 'utf8').replace(/database .*/, 'database another'))
  await expect(start(file, key)).rejects.toMatchObject({ code: 'other-key' })
  await start(file, key, true)
  expect(idIn(key)).toBe(idIn(keyBeside(file)))
})

const KEY = 'a7'.repeat(32)

/** A database of version 0.1.0 in which every sealed value opens with KEY, except in the column `strange`. */
async function filledUnderKey(strange: string | null): Promise<string> {
  const file = temporaryFile()
  await (await openFilled('0.1.0', file)).close()
  const [keys, others] = [KEY, 'b8'.repeat(32)].map((hex) => keyring(Buffer.from(hex, 'hex')))
  const connection = new SQLite(file)
  for (const [purpose, table, column] of SEALED) {
    const keysOf = `${table}.${column}` === strange ? others : keys
    const sealed = keysOf?.seal(purpose, 'text', systemTokens.bytes(NONCE_BYTES))
    connection.prepare(`UPDATE ${table} SET ${column} = ?`).run(sealed)
  }
  connection.close()
  writeFileSync(keyBeside(file), KEY)
  return file
}

test('key and database of version 0.1.0 are bound to each other at the first start', async () => {
  const file = await filledUnderKey(null)
  await start(file)
  expect(rowOf(file)).toEqual({ database_id: idIn(keyBeside(file)), version: VERSION })
})

test.each(SEALED.map(([, table, column]) => `${table}.${column}`))(
  'a database of version 0.1.0 whose %s another key sealed is refused',
  async (column) => {
    const file = await filledUnderKey(column)
    await expect(start(file)).rejects.toMatchObject({ code: 'other-key' })
    expect(readFileSync(keyBeside(file), 'utf8')).toBe(KEY)
  },
)

test('every sealed column of version 0.1.0 is checked', async () => {
  const database = await openFilled('0.1.0', temporaryFile())
  const columns = [...(await columnsOf(database))].flatMap(([table, names]) => names.map((name) => `${table}.${name}`))
  await database.close()
  const sealed = SEALED.map(([, table, column]) => `${table}.${column}`)
  expect(columns.filter((name) => name.endsWith('_sealed')).sort()).toEqual(sealed.sort())
})

test('the newest version that opened a database is recorded, and an older one does not change it', async () => {
  const file = temporaryFile()
  await start(file)
  write(file, "UPDATE installation SET version = '0.1.9'")
  await start(file)
  expect(rowOf(file)).toMatchObject({ version: VERSION })
  write(file, "UPDATE installation SET version = '10.0.0'")
  await start(file)
  expect(rowOf(file)).toMatchObject({ version: '10.0.0' })
})

test('a database of a newer version is refused with the version that wrote it', async () => {
  const file = temporaryFile()
  await start(file)
  write(
    file,
    `UPDATE installation SET version = '9.1.0';
    INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
    VALUES ('next', 'c', 0, '9999_next', 1)`,
  )
  await expect(start(file)).rejects.toMatchObject({ code: 'newer-database', detail: '9.1.0' })
})
