import { expect, test } from 'vitest'
import { officerAt } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from './close-wave.ts'
import { type ProposeClose, proposeClose } from './propose-close.ts'

const officer = officerAt('officer-1', 'officer@company.example')
const period = '2026-H1'

async function openWave() {
  const { ports, wave, setNow } = await openedFixture()
  const propose = (change: Partial<ProposeClose> = {}) =>
    proposeClose(ports, { period, closesOn: '2026-07-20', reason: 'letters were late', by: officer, ...change })
  return { ports, wave, setNow, propose }
}

const refused = (code: string) => ({ ok: false, fault: { code } })

test('a proposal is stored with officer, reason and time, and changes nothing until it is approved', async () => {
  const { ports, wave, propose } = await openWave()
  const proposed = await propose()
  const change = {
    ...{ waveId: wave.id, closesOn: '2026-07-20', reason: 'letters were late', proposedAt: ports.clock.now() },
    ...{ proposedBy: { id: 'officer-1', name: 'officer@company.example' }, decided: null },
  }
  expect(proposed).toMatchObject({ ok: true, value: change })
  expect(await ports.store.closeChanges(wave.id)).toEqual(proposed.ok ? [proposed.value] : [])
  expect(await ports.store.wave(period)).toEqual(wave)
})

test('a proposal may be to close at once, today, or on the last day of the half-year', async () => {
  for (const closesOn of [null, '2026-07-01', '2026-12-31'])
    expect(await (await openWave()).propose({ closesOn })).toMatchObject({ ok: true, value: { closesOn } })
})

test('a day that has passed, a day beyond the half-year and the day that stands already are refused', async () => {
  const { propose } = await openWave()
  expect(await propose({ closesOn: '2026-06-30' })).toEqual(refused('close-date-past'))
  expect(await propose({ closesOn: '2027-01-01' })).toEqual(refused('close-date-too-late'))
  expect(await propose({ closesOn: '2026-07-31' })).toEqual(refused('close-date-unchanged'))
})

test('one proposal is pending at a time', async () => {
  const { propose } = await openWave()
  await propose()
  expect(await propose({ closesOn: '2026-07-25' })).toEqual(refused('close-change-waits'))
})

test('an officer whose appointment is not confirmed proposes nothing', async () => {
  const { propose } = await openWave()
  const actingPerson = officerAt('officer-1', 'officer@company.example', false)
  expect(await propose({ by: actingPerson })).toEqual(refused('appointment-unconfirmed'))
})

test('the close of a wave can be changed only while it is open', async () => {
  const { ports, setNow, propose } = await openWave()
  expect(await propose({ period: '2025-H2' })).toEqual(refused('no-wave'))
  setNow('2026-07-31T16:00:00Z')
  expect(await propose({ closesOn: '2026-08-20' })).toEqual(refused('wave-closed'))
  await closeWave(ports, { period })
  expect(await propose({ closesOn: '2026-08-20' })).toEqual(refused('wave-closed'))
})
