import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { chooseFolder } from './choose-folder.ts'

test('choosing a folder for letters is stored with the officer and the time, and canceling removes it', async () => {
  const { ports } = memoryFixture()
  await chooseFolder(ports, { chosen: true, by: 'officer' })
  const folder = { chosenAt: Date.parse('2026-07-01T01:00:00Z'), chosenBy: 'officer' }
  expect(await ports.store.mailRoute()).toEqual({ acceptedAt: null, folder })
  await chooseFolder(ports, { chosen: false, by: 'officer' })
  expect(await ports.store.mailRoute()).toEqual({ acceptedAt: null, folder: null })
})
