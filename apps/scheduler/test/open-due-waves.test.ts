import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard/rules'
import { openWave } from '@wayproof/survey/opening/open-wave'
import { planProgramme } from '@wayproof/survey/programme/plan-programme'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { readProgramme } from '@wayproof/survey/programme/read-programme'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { waveFunnel } from '@wayproof/survey/waves/read-wave-funnel'
import { describe, expect, it } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import {
  addPerson,
  approveOpening,
  bringTravelers,
  guardOf,
  openCompany,
  ring,
  setClock,
  timeZone,
  urls,
} from './company.ts'

/** A company whose program started at a moment, by default the day before the wave of January opens. */
async function startProgramme(people = 10, startsAt = '2026-01-03T12:00:00+08:00') {
  const clock = setClock(startsAt)
  const company = await openCompany(clock)
  await addPerson(company, 'officer', 'en')
  if (people > 0) await bringTravelers(company, people)
  const switchTo = async (isRunning: boolean, time: string) => {
    clock.set(time)
    const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
    await planProgramme(company.surveyPorts, { plan, runs: isRunning })
    await approveOpening(company, '2025-H2')
  }
  await switchTo(true, startsAt)
  const log: Readonly<Record<string, unknown>>[] = []
  const machine = {
    clock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: ring,
    timeZone,
    rules: RULES,
    urls,
    ...SMALL_WAVES,
  }
  const note = (entry: (typeof log)[number]) => void log.push(entry)
  const runCalendarAt = async (time: string) => {
    clock.set(time)
    await runCalendar({ ...machine, store: company.store, clockGuard: guardOf(company.store), log: note })
  }
  const lettersNow = async () => {
    const letters = await company.store.outbox.claim(100, clock.now(), clock.now() + 1)
    // Another test covers the digests of deadlines.
    return letters.filter(({ letter }) => letter.kind !== 'deadlines').map(({ to, letter }) => ({ to, ...letter }))
  }
  const ifSwitchedOn = async () => (await readProgramme(company.surveyPorts)).ifSwitchedOn
  await runCalendarAt(startsAt)
  return { ...company, clock, runCalendarAt, log, lettersNow, switchTo, ifSwitchedOn }
}

it('opens at nine on the first working day, not a minute before', async () => {
  const { runCalendarAt, store } = await startProgramme()
  await runCalendarAt('2026-01-04T08:59:00+08:00')
  expect(await store.survey.wave('2025-H2')).toBeNull()
  await runCalendarAt('2026-01-04T09:00:10+08:00')
  expect(await store.survey.wave('2025-H2')).toMatchObject({
    status: 'open',
    closesAt: Date.parse('2026-01-29T00:00:00+08:00'),
  })
})

it('invites a sample if the program says so, as drawn by its mode', async () => {
  const { clock, runCalendarAt, store, surveyPorts } = await startProgramme(20)
  clock.set('2026-01-03T12:00:01+08:00')
  const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
  await planProgramme(surveyPorts, { runs: true, plan: { ...plan, mode: 'stratified', sampleSize: 7 } })
  await approveOpening({ store, surveyPorts }, '2025-H2')
  await runCalendarAt('2026-01-04T09:00:10+08:00')
  expect(await waveFunnel(surveyPorts, { period: '2025-H2' })).toMatchObject({
    ok: true,
    value: {
      wave: { mode: 'stratified', seed: expect.any(String) },
      frame: 20,
      invited: 7,
    },
  })
})

it('does not open before the checklist is complete, and tells every officer once what is missing', async () => {
  const { runCalendarAt, store, lettersNow } = await startProgramme()
  const checklist = await store.survey.checklist()
  if (!checklist) throw new Error('there is no checklist')
  await store.survey.saveChecklist({ ...checklist, assessedOn: null, backupDays: 31 })
  await runCalendarAt('2026-01-04T09:00:10+08:00')
  await runCalendarAt('2026-01-04T09:01:10+08:00')
  await runCalendarAt('2026-01-05T08:59:10+08:00')
  expect(await store.survey.wave('2025-H2')).toBeNull()
  expect(await store.survey.openingQuestions()).toMatchObject([{ reason: 'checklist-incomplete' }])
  expect(await lettersNow()).toEqual([
    {
      to: 'officer-en@faraway.example',
      kind: 'opening-question',
      locale: 'en',
      data: { period: '2025-H2', reason: 'checklist-incomplete', lacking: ['assessment', 'backups'] },
    },
  ])
})

it('asks the officers if no one can be invited', async () => {
  const { runCalendarAt, store } = await startProgramme(0)
  await runCalendarAt('2026-01-04T09:00:10+08:00')
  expect(await store.survey.openingQuestions()).toMatchObject([{ reason: 'no-eligible-travelers' }])
})

it('leaves a wave alone that an officer has opened', async () => {
  const { runCalendarAt, log, surveyPorts, store } = await startProgramme()
  await openWave(surveyPorts, { period: '2025-H2', mode: 'census', closesOn: '2026-02-10' })
  expect((await readProgramme(surveyPorts)).next).toMatchObject({ period: '2026-H1' })
  await runCalendarAt('2026-01-04T09:00:10+08:00')
  await runCalendarAt('2026-02-01T09:00:10+08:00')
  expect(log.filter(({ event }) => event === 'wave-opening')).toEqual([])
  expect(await store.survey.wave('2025-H2')).toMatchObject({ closesAt: Date.parse('2026-02-11T00:00:00+08:00') })
})

it('opens nothing that was due before the program was first switched on', async () => {
  const { runCalendarAt, store } = await startProgramme(10, '2026-01-05T12:00:00+08:00')
  await runCalendarAt('2026-01-05T12:01:00+08:00')
  await runCalendarAt('2026-03-05T12:01:00+08:00')
  expect(await store.survey.wave('2025-H2')).toBeNull()
  expect(await store.survey.openingQuestions()).toEqual([])
})

describe('an opening that the program missed during a pause', () => {
  const at = Date.parse('2026-01-04T09:00:00+08:00')
  const next = { period: '2026-H1', at: Date.parse('2026-07-01T09:00:00+08:00'), arranged: true }

  it('is caught up within seven days, and the page says so in advance', async () => {
    const { runCalendarAt, store, switchTo, ifSwitchedOn } = await startProgramme()
    expect(await ifSwitchedOn()).toBeNull()
    await switchTo(false, '2026-01-03T13:00:00+08:00')
    expect(await ifSwitchedOn()).toEqual({ missed: [], next: { period: '2025-H2', at, arranged: true } })
    await runCalendarAt('2026-01-04T09:00:10+08:00')
    expect(await store.survey.wave('2025-H2')).toBeNull()
    expect(await ifSwitchedOn()).toEqual({ missed: [{ period: '2025-H2', at, opens: true }], next })
    await switchTo(true, '2026-01-06T12:00:00+08:00')
    await runCalendarAt('2026-01-06T12:01:00+08:00')
    expect(await store.survey.wave('2025-H2')).toMatchObject({
      status: 'open',
      closesAt: Date.parse('2026-01-31T00:00:00+08:00'),
    })
  })

  it('becomes a question later, and the page says so in advance, until an officer has decided', async () => {
    const { runCalendarAt, store, switchTo, ifSwitchedOn, lettersNow } = await startProgramme()
    await switchTo(false, '2026-01-03T13:00:00+08:00')
    await runCalendarAt('2026-01-11T09:00:10+08:00')
    expect(await ifSwitchedOn()).toEqual({ missed: [{ period: '2025-H2', at, opens: false }], next })
    await switchTo(true, '2026-01-11T12:00:00+08:00')
    await runCalendarAt('2026-01-11T12:01:00+08:00')
    expect(await store.survey.wave('2025-H2')).toBeNull()
    expect(await store.survey.openingQuestions()).toMatchObject([{ period: '2025-H2', reason: 'late', dueAt: at }])
    const letters = await lettersNow()
    expect(letters.filter(({ kind }) => kind === 'opening-question')).toMatchObject([{ data: { reason: 'late' } }])
    expect(letters.filter(({ kind }) => kind === 'survey-invitation')).toEqual([])
    await switchTo(false, '2026-01-12T12:00:00+08:00')
    expect(await ifSwitchedOn()).toEqual({ missed: [], next })
    await store.survey.leaveOutOpening('2025-H2', 'officer', at)
    expect(await ifSwitchedOn()).toEqual({ missed: [], next })
    await switchTo(true, '2026-01-13T12:00:00+08:00')
    await runCalendarAt('2026-01-13T12:01:00+08:00')
    expect(await store.survey.openingQuestions()).toEqual([])
  })

  it('needs no decision if its wave was opened by an officer since', async () => {
    const { runCalendarAt, switchTo, ifSwitchedOn, surveyPorts, log } = await startProgramme()
    await switchTo(false, '2026-01-03T13:00:00+08:00')
    await openWave(surveyPorts, { period: '2025-H2', mode: 'census', closesOn: '2026-02-10' })
    await runCalendarAt('2026-01-05T12:00:00+08:00')
    expect(await ifSwitchedOn()).toEqual({ missed: [], next })
    await switchTo(true, '2026-01-06T12:00:00+08:00')
    await runCalendarAt('2026-01-06T12:01:00+08:00')
    expect(log.filter(({ event }) => event === 'wave-opening')).toEqual([])
  })
})

it('is retried after a scheduler crashed during it', async () => {
  const { runCalendarAt, log, store, clock } = await startProgramme()
  const due = Date.parse('2026-01-04T09:00:00+08:00')
  clock.set(due)
  await store.jobRuns.claimRun('open-wave', '2025-H2', due, due, due + 600_000, false)
  await runCalendarAt('2026-01-04T09:05:00+08:00')
  expect(await store.survey.wave('2025-H2')).toBeNull()
  await runCalendarAt('2026-01-04T09:10:10+08:00')
  expect(await store.survey.wave('2025-H2')).toMatchObject({ status: 'open' })
  expect(log.filter(({ event }) => event === 'wave-opening')).toMatchObject([{ outcome: 'opened' }])
})
