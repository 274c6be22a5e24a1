import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStore } from './open-store.ts'

const open = (file: string, key: number) =>
  openStore({
    databaseUrl: `file:${file}`,
    clock: systemClock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: keyring(new Uint8Array(32).fill(key)),
    timeZone: 'Asia/Shanghai',
    sleep: systemSleep,
  })

test('a database is refused with another key than the one that encrypted its addresses', async () => {
  const file = temporaryFile()
  await (await open(file, 1)).close()
  const sealed = keyring(new Uint8Array(32).fill(1)).seal('address', 'one@mail.example', new Uint8Array(NONCE_BYTES))
  const database = new SQLite(file)
  database
    .prepare(
      `INSERT INTO traveler (id, customer_number, email_sealed, email_key, locale, trip_type, channel, region, last_trip,
         adult, import_id) VALUES ('t', 'C1', ?, ?, 'en', 'unknown', 'unknown', 'unknown', '2026-01', 1, 'i')`,
    )
    .run(sealed, Buffer.alloc(32))
  database.close()
  await expect(open(file, 2)).rejects.toMatchObject({ code: 'other-key' })
  await (await open(file, 1)).close()
})

test('an intact file has no faults, and a dangling reference is reported', async () => {
  const file = temporaryFile()
  const store = await open(file, 1)
  expect(await store.integrityFaults()).toEqual([])
  const database = new SQLite(file)
  database.pragma('foreign_keys = OFF')
  database
    .prepare(
      `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply) VALUES ('no-letter', 1, 1, 0, 'sent', '')`,
    )
    .run()
  database.close()
  expect(await store.integrityFaults()).toEqual(['a row of delivery has no letter'])
  await store.close()
})

test('a folder with the name of the file is reported as such', async () => {
  await expect(open('/', 1)).rejects.toMatchObject({ code: 'cannot-open' })
  await expect(open('/dev/null/data/wayproof.db', 1)).rejects.toMatchObject({ code: 'cannot-open' })
})
