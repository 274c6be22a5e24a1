import { expect, test } from 'vitest'
import { officerAt } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from './close-wave.ts'
import { type DecideClose, decideClose } from './decide-close.ts'
import { proposeClose } from './propose-close.ts'

const officer = officerAt('officer-1', 'officer@company.example')
const deputy = officerAt('officer-2', 'deputy@company.example')
const period = '2026-H1'

async function proposedClose(closesOn: string | null) {
  const { ports, memory, wave, setNow } = await openedFixture()
  const proposed = await proposeClose(ports, { period, closesOn, reason: 'letters were late', by: officer })
  if (!proposed.ok) throw new Error(proposed.fault.code)
  const decide = (change: Partial<DecideClose> = {}) =>
    decideClose(ports, { period, change: proposed.value.id, approve: true, by: deputy, ...change })
  return { ports, memory, wave, setNow, decide }
}

const refused = (code: string) => ({ ok: false, fault: { code } })

test('an approved day moves the closing time and the date in letters that wait', async () => {
  const { ports, memory, wave, decide } = await proposedClose('2026-07-20')
  const closesAt = Date.parse('2026-07-20T16:00:00Z')
  expect(await decide()).toEqual({ ok: true, value: { ...wave, closesAt } })
  expect(await ports.store.wave(period)).toEqual({ ...wave, closesAt })
  expect(new Set(memory.letters.map(({ closesOn }) => closesOn))).toEqual(new Set(['2026-07-20']))
})

test('a decision is stored with the officer and the time', async () => {
  const { ports, wave, decide } = await proposedClose('2026-07-20')
  await decide()
  const by = { id: 'officer-2', name: 'deputy@company.example' }
  const decided = { approved: true, by, at: ports.clock.now() }
  expect(await ports.store.closeChanges(wave.id)).toMatchObject([{ decided }])
})

test('a declined proposal changes nothing, and another one may follow', async () => {
  const { ports, wave, decide } = await proposedClose('2026-07-20')
  expect(await decide({ approve: false })).toEqual({ ok: true, value: wave })
  expect(await ports.store.wave(period)).toEqual(wave)
  const next = { period, closesOn: '2026-07-25', reason: 'again', by: officer }
  expect(await proposeClose(ports, next)).toMatchObject({ ok: true })
})

test('an approved close at once closes and unlinks the wave', async () => {
  const { ports, decide } = await proposedClose(null)
  const now = ports.clock.now()
  expect(await decide()).toMatchObject({ ok: true, value: { status: 'unlinked', closesAt: now, closedAt: now } })
})

test('a wave that two officers close at once is due, even if it disappears before it is closed', async () => {
  const { ports, decide } = await proposedClose(null)
  let looks = 0
  const wave = async (asked: string) => {
    looks += 1
    return looks === 1 ? ports.store.wave(asked) : null
  }
  const command = {
    period,
    approve: true,
    by: deputy,
    change: (await ports.store.closeChanges((await ports.store.wave(period))?.id ?? ''))[0]?.id ?? '',
  }
  expect(await decideClose({ ...ports, store: { ...ports.store, wave } }, command)).toEqual(refused('no-wave'))
  expect(await decide()).toEqual(refused('wave-closed'))
})

test('nobody approves an own proposal, not with another account of the same mailbox either, but may withdraw it', async () => {
  const { decide } = await proposedClose('2026-07-20')
  expect(await decide({ by: officer })).toEqual(refused('own-close-change'))
  const second = officerAt('officer-9', 'Officer+2@company.example')
  expect(await decide({ by: second })).toEqual(refused('own-close-change'))
  expect(await decide({ by: officer, approve: false })).toMatchObject({ ok: true })
})

test('an officer whose appointment is not confirmed decides nothing', async () => {
  const { decide } = await proposedClose('2026-07-20')
  const actingPerson = officerAt('officer-2', 'deputy@company.example', false)
  for (const approve of [true, false])
    expect(await decide({ by: actingPerson, approve })).toEqual(refused('appointment-unconfirmed'))
})

test('a decision applies to the proposal that the officer saw, once', async () => {
  const { decide } = await proposedClose('2026-07-20')
  expect(await decide({ change: 'another' })).toEqual(refused('no-close-change'))
  await decide()
  expect(await decide()).toEqual(refused('no-close-change'))
})

test('if two officers decide at the same moment, one decision counts', async () => {
  const { ports, wave, decide } = await proposedClose('2026-07-20')
  const [change] = await ports.store.closeChanges(wave.id)
  const store: typeof ports.store = {
    ...ports.store,
    proposers: async (id) => {
      await decide({ approve: false })
      return ports.store.proposers(id)
    },
  }
  const late = { period, change: change?.id ?? '', approve: true, by: deputy }
  expect(await decideClose({ ...ports, store }, late)).toEqual(refused('no-close-change'))
})

test('a day that has passed since the proposal can be declined and no longer approved', async () => {
  const { setNow, decide } = await proposedClose('2026-07-20')
  setNow('2026-07-20T16:00:00.001Z')
  expect(await decide()).toEqual(refused('close-date-past'))
  expect(await decide({ approve: false })).toMatchObject({ ok: true })
})

test('at the end of the proposed day the approval closes the wave', async () => {
  const { setNow, decide } = await proposedClose('2026-07-20')
  setNow('2026-07-20T16:00:00Z')
  expect(await decide()).toMatchObject({ ok: true, value: { status: 'unlinked' } })
})

test('nothing is decided about a wave that is closed or does not exist', async () => {
  const { ports, setNow, decide } = await proposedClose('2026-08-20')
  expect(await decide({ period: '2025-H2' })).toEqual(refused('no-wave'))
  setNow('2026-07-31T16:00:00Z')
  expect(await decide()).toEqual(refused('wave-closed'))
  await closeWave(ports, { period })
  expect(await decide()).toEqual(refused('wave-closed'))
})
