import { expect, test } from 'vitest'
import { checkedPoints } from '../testing/checked-points.ts'
import { fulfilChecklist } from '../testing/fulfil-checklist.ts'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { confirmChecklist } from './confirm-checklist.ts'
import { readChecklist } from './read-checklist.ts'

test('before an officer fills it in, every point of the checklist is missing', async () => {
  expect(await readChecklist(memoryFixture().ports)).toEqual({
    checklist: null,
    lacking: ['basis-profiles', 'notice', 'assessment', 'backups', 'persons-abroad', 'mail-server'],
  })
})

test('a complete checklist lacks nothing', async () => {
  const { ports } = memoryFixture()
  await fulfilChecklist(ports)
  expect(await readChecklist(ports)).toMatchObject({ checklist: checkedPoints, lacking: [] })
})

test('an impact assessment counts from its day on, in the time zone of the organization', async () => {
  const { ports, setNow } = memoryFixture()
  await fulfilChecklist(ports)
  await confirmChecklist(ports, { points: { ...checkedPoints, assessedOn: '2026-07-02' }, by: 'officer' })
  setNow('2026-07-01T15:59:59Z')
  expect((await readChecklist(ports)).lacking).toEqual(['assessment'])
  setNow('2026-07-01T16:00:00Z')
  expect((await readChecklist(ports)).lacking).toEqual([])
})

test('a letter that a mail server accepted proves the mail route for 30 days', async () => {
  const { ports, memory, setNow } = memoryFixture()
  await confirmChecklist(ports, { points: checkedPoints, by: 'officer' })
  memory.route = { acceptedAt: ports.clock.now(), folder: null }
  expect((await readChecklist(ports)).lacking).toEqual([])
  setNow('2026-07-31T01:00:00Z')
  expect((await readChecklist(ports)).lacking).toEqual([])
  setNow('2026-07-31T01:00:01Z')
  expect((await readChecklist(ports)).lacking).toEqual(['mail-server'])
})
