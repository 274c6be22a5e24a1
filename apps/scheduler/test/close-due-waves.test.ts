import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { reminderMoments } from '@wayproof/survey/waves/reminder'
import { expect, it } from 'vitest'
import { closeDueWaves } from '../src/calendar/close-due-waves.ts'
import { invite, openCompany, setClock, timeZone } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const MINUTE_MS = 60_000
const PERIOD = '2025-H2'

it('finishes an interrupted close, after its lease and by one scheduler', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  const wave = await invite(company, 5)
  const moments = reminderMoments(DEFAULT_PROGRAMME, { at: clock.now(), timeZone, byHand: false })
  // Two officers close it, and the dashboard crashes before the wave is unlinked.
  clock.set('2026-02-01T00:00:00+08:00')
  await company.store.survey.closeWave(wave.id, clock.now(), moments)
  const log: Readonly<Record<string, unknown>>[] = []
  const scheduler = (store: typeof company.store) => () =>
    closeDueWaves({
      ...schedulerParts({ ...company, store }, clock, outboxFolderTransport(company.folder)),
      log: (entry) => void log.push(entry),
    })
  const bothSchedulers = [scheduler(company.store), scheduler(await company.openSecondStore())]
  const status = async () => (await company.store.survey.wave(PERIOD))?.status
  clock.set(clock.now() + 4 * MINUTE_MS)
  await Promise.all(bothSchedulers.map((runOnce) => runOnce()))
  expect([await status(), log]).toEqual(['closed', []])
  clock.set(clock.now() + 2 * MINUTE_MS)
  await Promise.all(bothSchedulers.map((runOnce) => runOnce()))
  await Promise.all(bothSchedulers.map((runOnce) => runOnce()))
  expect(await status()).toBe('unlinked')
  expect(log).toEqual([{ event: 'wave-closed', period: PERIOD, outcome: 'unlinked', late: true }])
})

it('removes the leftovers of a deployment check that was killed, once its time is over', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  const at = clock.now()
  const begun = await company.store.trials.begin({
    address: 'operator@company.example',
    locale: 'en',
    period: PERIOD,
    questionnaire: DEFAULT_QUESTIONNAIRE,
    checkCode: '123 456',
    smallestGroup: 5,
    at,
    closesAt: at + 30 * MINUTE_MS,
    closesOn: '2026-01-02',
  })
  const waveId = begun.ok ? begun.value.waveId : ''
  const rows = () => company.store.trials.rows(waveId, 'operator@company.example')
  const runOnce = () => closeDueWaves(schedulerParts(company, clock, outboxFolderTransport(company.folder)))
  expect(await runOnce()).toBe(0)
  expect(await rows()).not.toBeNull()
  clock.set(at + 30 * MINUTE_MS)
  expect(await runOnce()).toBe(0)
  expect(await rows()).toBeNull()
})
