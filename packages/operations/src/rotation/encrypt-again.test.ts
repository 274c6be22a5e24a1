import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { systemTokens } from '@wayproof/kernel/system'
import { type SurveyWorld, travelerFile, travelerRows } from '@wayproof/survey/testing/survey-world'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { expect, test } from 'vitest'
import { SEALED } from '../installation/bind-installation.ts'
import { encryptAgain } from './rotate-key.ts'
import { fillEncrypted } from './testing/encrypted-rows.ts'
import { rotatedWorld } from './testing/rotated-world.ts'

const bring = async (world: SurveyWorld, count: number) =>
  expect(await importTravelers(world.ports, travelerFile(travelerRows(count)))).toMatchObject({ ok: true })

/** The values of each encrypted column, decrypted with one master key alone. */
async function textsUnder({ database }: SurveyWorld, master: Uint8Array): Promise<Record<string, readonly string[]>> {
  const key = keyring(master)
  const columns = SEALED.map(async ([purpose, table, column]) => {
    const select = `SELECT ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`
    const rows = await database.query.all<{ sealed: Uint8Array }>(select)
    return [`${table}.${column}`, rows.map(({ sealed }) => key.open(purpose, sealed)).sort()] as const
  })
  return Object.fromEntries(await Promise.all(columns))
}

test('every encrypted column is encrypted with the new generation, with the same texts', async () => {
  const installation = await rotatedWorld()
  await bring(installation.world, 3)
  await fillEncrypted(installation.world, 1)
  const before = await textsUnder(installation.world, installation.masters()[0])
  expect(Object.values(before).map(({ length }) => length)).toEqual([3, 1, 1, 1, 1])
  expect(await installation.rotate(2)).toMatchObject({ ok: true, value: { values: 7 } })
  const [, second = new Uint8Array()] = installation.masters()
  expect(await textsUnder(await installation.start(), second)).toEqual(before)
})

test('more rows than a chunk has are encrypted again, also of a table whose key has two columns', async () => {
  const installation = await rotatedWorld()
  await bring(installation.world, 1001)
  await fillEncrypted(installation.world, 1001)
  const before = await textsUnder(installation.world, installation.masters()[0])
  const progress: number[] = []
  const rotated = await installation.rotate(2, { progress: (values) => progress.push(values) })
  expect(rotated).toMatchObject({ ok: true, value: { values: 3005 } })
  expect([progress.length, progress.at(-1)]).toEqual([11, 3005])
  const [, second = new Uint8Array()] = installation.masters()
  expect(await textsUnder(await installation.start(), second)).toEqual(before)
})

test('a killed run leaves complete chunks, apps read both generations, and the next run encrypts the rest', async () => {
  const installation = await rotatedWorld()
  await bring(installation.world, 700)
  const progress = () => {
    throw new Error('killed')
  }
  await expect(installation.rotate(2, { progress })).rejects.toThrow('killed')
  const world = await installation.start()
  const rows = await world.database.query.all<{ sealed: Uint8Array }>('SELECT email_sealed AS sealed FROM traveler')
  expect(new Set(rows.map(({ sealed }) => world.ports.keyring.open('address', sealed))).size).toBe(700)
  expect(await installation.keyState()).toMatchObject({ value: { generation: 2, earlier: 200 } })
  expect(await installation.rotate(2)).toMatchObject({ ok: true, value: { made: false, values: 200 } })
  expect(await installation.rotate(2)).toMatchObject({ ok: true, value: { made: false, values: 0 } })
})

test('a value that an app changes in the meantime is left', async () => {
  const installation = await rotatedWorld()
  await bring(installation.world, 1)
  const [first] = installation.masters()
  const keys = keyring(first, systemTokens.bytes(32))
  const { database } = installation.world
  const changed = keys.seal('address', 'new@mail.example', systemTokens.bytes(NONCE_BYTES))
  const racing: Pick<QueryDatabase, 'query' | 'write' | 'sleep'> = {
    query: database.query,
    sleep: database.sleep,
    write: async (work) => {
      await database.write((query) => query.run('UPDATE traveler SET email_sealed = @changed', { changed }))
      return database.write(work)
    },
  }
  await encryptAgain(racing, { keyring: keys, tokens: systemTokens })
  const row = await database.query.get<{ sealed: Uint8Array }>('SELECT email_sealed AS sealed FROM traveler')
  expect(row && keys.open('address', row.sealed)).toBe('new@mail.example')
})
