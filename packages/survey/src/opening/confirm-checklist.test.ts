import { expect, test } from 'vitest'
import { checkedPoints } from '../testing/checked-points.ts'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { chooseFolder } from './choose-folder.ts'
import { confirmChecklist } from './confirm-checklist.ts'

test('a checklist is stored with the name of the officer and the time', async () => {
  const { ports } = memoryFixture()
  const { checklist } = await confirmChecklist(ports, { points: checkedPoints, by: 'officer' })
  const confirmed = { ...checkedPoints, confirmedAt: Date.parse('2026-07-01T01:00:00Z'), confirmedBy: 'officer' }
  expect(checklist).toEqual(confirmed)
  expect(await ports.store.checklist()).toEqual(confirmed)
})

test('an incomplete checklist is stored too, and what is missing is returned', async () => {
  const { ports } = memoryFixture()
  await chooseFolder(ports, { chosen: true, by: 'officer' })
  const points = { ...checkedPoints, noticeVersion: null, backupDays: 31 }
  expect((await confirmChecklist(ports, { points, by: 'officer' })).lacking).toEqual(['notice', 'backups'])
  expect((await ports.store.checklist())?.backupDays).toBe(31)
  expect((await confirmChecklist(ports, { points: checkedPoints, by: 'officer' })).lacking).toEqual([])
})
