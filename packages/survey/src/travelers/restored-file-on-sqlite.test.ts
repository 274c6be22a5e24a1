import { copyFileSync } from 'node:fs'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { expect, test } from 'vitest'
import { countOf, surveyOnSqlite, travelerFile, travelerRows } from '../testing/survey-world.ts'
import { eraseTraveler } from './erase-traveler.ts'
import { importTravelers } from './import-travelers.ts'

test('an erasure must be repeated after an older file was restored, and then is in force again', async () => {
  const world = await surveyOnSqlite()
  await importTravelers(world.ports, travelerFile(travelerRows(5)))
  const backup = temporaryFile()
  await world.database.exclusive((connection) => connection.exec(`VACUUM INTO '${backup}'`))
  await eraseTraveler(world.ports, { customerNumber: 'C-3' })

  const restoredFile = temporaryFile()
  copyFileSync(backup, restoredFile)
  const restored = await surveyOnSqlite(restoredFile)
  expect(await countOf(restored, `traveler WHERE customer_number = 'C-3'`)).toBe(1)
  expect(await countOf(restored, 'suppression')).toBe(0)
  await eraseTraveler(restored.ports, { customerNumber: 'C-3' })
  expect(await importTravelers(restored.ports, travelerFile(travelerRows(5)))).toMatchObject({
    value: { erased: 1, sameAddress: 0 },
  })
  expect(await countOf(restored, 'traveler')).toBe(4)
})
