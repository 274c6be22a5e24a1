import { expect, test } from 'vitest'
import { saveDraft } from '../answers/save-draft.ts'
import { answerLink, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from './close-wave.ts'

const period = '2026-H1'
const afterClosing = '2026-08-01T00:00:00Z'

test('a wave whose closing time has passed is closed, counted and unlinked', async () => {
  const fixture = await openedFixture()
  await answerLink(fixture, surveyLinks(fixture)[0] ?? '', { comment: 'ask for less' })
  fixture.setNow(afterClosing)
  const now = fixture.ports.clock.now()
  const closed = { status: 'unlinked', closedAt: now, unlinkedAt: now }
  expect(await closeWave(fixture.ports, { period })).toMatchObject({ ok: true, value: closed })
  expect(await fixture.ports.store.satisfactionCounts(period)).toMatchObject({ value: { answered: 1 } })
  expect(fixture.memory.answers).toMatchObject([{ receipt: null, comment: null }])
  expect(fixture.memory.comments).toMatchObject([{ text: 'ask for less' }])
})

test('after the close no draft is left and no letter waits', async () => {
  const fixture = await openedFixture()
  await saveDraft(fixture.ports, { token: surveyLinks(fixture)[0] ?? '', fields: { trust: '3' } })
  fixture.setNow(afterClosing)
  await closeWave(fixture.ports, { period })
  expect([...fixture.memory.invitations.values()].map(({ draft }) => draft)).toEqual([null, null, null])
  expect(fixture.memory.letters.map(({ state }) => state)).toEqual(['suppressed', 'suppressed', 'suppressed'])
})

test('a wave is due from its closing time on, and not before', async () => {
  const { ports, setNow } = await openedFixture()
  setNow('2026-07-31T15:59:59.999Z')
  expect(await closeWave(ports, { period })).toEqual({ ok: false, fault: { code: 'wave-not-due' } })
  expect(await ports.store.wave(period)).toMatchObject({ status: 'open' })
  setNow('2026-07-31T16:00:00Z')
  expect(await closeWave(ports, { period })).toMatchObject({ ok: true })
})

test('a close that was interrupted is continued, and a finished one is not repeated', async () => {
  const { ports, setNow } = await openedFixture()
  setNow(afterClosing)
  const closedAt = ports.clock.now()
  const store: typeof ports.store = { ...ports.store, unlinkWave: () => Promise.reject(new Error('stopped')) }
  await expect(closeWave({ ...ports, store }, { period })).rejects.toThrow('stopped')
  expect(await ports.store.wave(period)).toMatchObject({ status: 'closed', unlinkedAt: null })
  setNow('2026-08-02T00:00:00Z')
  const finished = { closedAt, unlinkedAt: ports.clock.now() }
  expect(await closeWave(ports, { period })).toMatchObject({ ok: true, value: finished })
  setNow('2026-08-03T00:00:00Z')
  expect(await closeWave(ports, { period })).toMatchObject({ ok: true, value: finished })
})

test('a wave whose close two officers postpone while it is being closed stays open', async () => {
  const { ports, memory, wave, setNow } = await openedFixture()
  setNow(afterClosing)
  const store: typeof ports.store = {
    ...ports.store,
    closeWave: (...close) => {
      const memoryWave = memory.waves.get(wave.id)
      if (memoryWave) memoryWave.wave = { ...memoryWave.wave, closesAt: Date.parse('2026-08-10T16:00:00Z') }
      return ports.store.closeWave(...close)
    },
  }
  expect(await closeWave({ ...ports, store }, { period })).toEqual({ ok: false, fault: { code: 'wave-not-due' } })
  expect(await ports.store.wave(period)).toMatchObject({ status: 'open' })
})

test('a half-year without a wave has none to close', async () => {
  const { ports } = await openedFixture()
  expect(await closeWave(ports, { period: '2025-H2' })).toEqual({ ok: false, fault: { code: 'no-wave' } })
})
