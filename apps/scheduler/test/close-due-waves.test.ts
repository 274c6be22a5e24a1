import { outboxFolderTransport } from '@wayproof/letters'
import { DEFAULT_PROGRAMME, reminderMoments } from '@wayproof/survey'
import { expect, it } from 'vitest'
import { closeDueWaves } from '../src/calendar/close-due-waves.ts'
import { company, invite, setClock, timeZone } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const MINUTE_MS = 60_000
const PERIOD = '2025-H2'

it('finishes an interrupted close, after its lease and by one scheduler', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const made = await company(clock)
  const wave = await invite(made, 5)
  const moments = reminderMoments(DEFAULT_PROGRAMME, { at: clock.now(), timeZone, byHand: false })
  // Two officers close it, and the dashboard crashes before the wave is unlinked.
  clock.set('2026-02-01T00:00:00+08:00')
  await made.store.survey.closeWave(wave.id, clock.now(), moments)
  const log: Readonly<Record<string, unknown>>[] = []
  const scheduler = (store: typeof made.store) => () =>
    closeDueWaves({
      ...schedulerParts({ ...made, store }, clock, outboxFolderTransport(made.folder)),
      log: (entry) => void log.push(entry),
    })
  const both = [scheduler(made.store), scheduler(await made.openAgain())]
  const status = async () => (await made.store.survey.wave(PERIOD))?.status
  clock.set(clock.now() + 4 * MINUTE_MS)
  await Promise.all(both.map((look) => look()))
  expect([await status(), log]).toEqual(['closed', []])
  clock.set(clock.now() + 2 * MINUTE_MS)
  await Promise.all(both.map((look) => look()))
  await Promise.all(both.map((look) => look()))
  expect(await status()).toBe('unlinked')
  expect(log).toEqual([{ event: 'wave-closed', period: PERIOD, outcome: 'unlinked', late: true }])
})
