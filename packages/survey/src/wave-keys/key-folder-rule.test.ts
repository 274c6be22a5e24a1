import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { system } from '@wayproof/kernel/system'
import { openStore } from '@wayproof/operations/store/open-store'
import { expect, onTestFinished, test } from 'vitest'
import { openedWave, surveyWorld } from '../testing/survey-world.ts'
import { closeWave } from '../waves/close-wave.ts'
import { mustKeysBeApart } from './wave-key-stores.ts'

const AFTER = '2026-08-01T02:00:00Z'

/** A new installation whose folder of wave keys is a link to `target` in a folder that also has its data. */
async function installation(target: string) {
  const root = mkdtempSync(join(tmpdir(), 'wayproof-keys-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const [dataFolder, waveKeyFolder] = [join(root, 'data'), join(root, 'keys')]
  mkdirSync(dataFolder)
  symlinkSync(join(root, target), waveKeyFolder)
  const databaseUrl = await emptyDatabase()
  const place = { databaseUrl, dataFolder, waveKeyFolder, encryptsAnswers: true }
  const keys = keyring(new Uint8Array(32).fill(3))
  const store = await openStore({ ...system, ...place, keyring: keys, timeZone: 'UTC' })
  onTestFinished(() => store.close())
  return { store, databaseUrl }
}

test('a new installation must move its keys out of its data, also if a link leads there', async () => {
  const { store } = await installation('data/wave-keys')
  expect([store.areKeysAmongData(), await store.mustKeysBeApart()]).toEqual([true, true])
  expect((await installation('elsewhere')).store.areKeysAmongData()).toBe(false)
})

test('an installation from before the rule is not held to it', async () => {
  const { store, databaseUrl } = await installation('data/wave-keys')
  await databaseAt(databaseUrl).run('UPDATE installation SET keys_apart = FALSE')
  expect([store.areKeysAmongData(), await store.mustKeysBeApart()]).toEqual([true, false])
})

test('no installation is held to the rule while a wave is open or not anonymized yet', async () => {
  const world = await surveyWorld({ encrypts: true })
  const { query } = world.database
  const row = { check: new Uint8Array(32), version: '0.2.0' }
  await world.database.write((write) =>
    write.run(
      `INSERT INTO installation (id, database_id, key_check, version, keys_apart) VALUES (1, 'x', @check, @version, TRUE)`,
      row,
    ),
  )
  expect(await mustKeysBeApart(query)).toBe(true)
  await openedWave(world, 6)
  expect(await mustKeysBeApart(query)).toBe(false)
  world.setNow(AFTER)
  const unlinkWave = () => Promise.reject(new Error('stopped'))
  const stopped = closeWave({ ...world.ports, store: { ...world.ports.store, unlinkWave } }, { period: '2026-H1' })
  await expect(stopped).rejects.toThrow('stopped')
  expect(await mustKeysBeApart(query)).toBe(false)
  await closeWave(world.ports, { period: '2026-H1' })
  expect(await mustKeysBeApart(query)).toBe(true)
})
