import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteFile } from '../installation/open-sqlite-file.ts'
import { healthStore } from './health-store.ts'

test('a process with a damaged file is not ready until the damage is repaired', async () => {
  const keys = keyring(new Uint8Array(32).fill(1))
  const deps = { clock: systemClock, ids: systemIds, sleep: systemSleep, keyring: keys }
  const database = await openSqliteFile(temporaryFile(), deps)
  onTestFinished(() => database.close())
  const { readiness } = healthStore(database, { keyring: keys })
  expect(await readiness()).toEqual([])
  database.damage.note({ at: 0, faults: ['broken'] }, systemTokens)
  expect(await readiness()).toEqual([{ code: 'database-damaged' }])
  database.damage.clear()
  expect(await readiness()).toEqual([])
})
