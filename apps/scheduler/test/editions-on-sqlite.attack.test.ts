import { clockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import { releaseEdition } from '@wayproof/letters/editions/decide-edition'
import { DEFAULT_EDITION_SETTINGS, type EditionSettings } from '@wayproof/scorecard/editions/edition-settings'
import { expect, it } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { closeHalfYear } from './close-half-year.ts'
import { addPerson, guardOf } from './company.ts'
import { type Arrival, type EditionCompany, editionCompany, PARTNERS } from './edition-company.ts'

const PERIOD = '2025-H2'
const officer = { id: 'officer', name: 'Lin' }

/** Maps each recipient to the lines above the headlines of the edition letters they got. */
function editionLetters(arrivals: readonly Arrival[]): Readonly<Record<string, readonly string[]>> {
  const editionsByReader: Record<string, string[]> = {}
  for (const { to, text } of arrivals) {
    const kicker = text.trim().split('\n')[0] ?? ''
    if (!/Privacy goals,|隐私保护目标/.test(kicker)) continue
    editionsByReader[to] = [...(editionsByReader[to] ?? []), kicker.split(' · ').at(-1) ?? '']
  }
  return editionsByReader
}

const oneEach = (to: readonly string[], edition = expect.any(String)) =>
  Object.fromEntries(to.map((address) => [address, [edition]]))

/** A company without a wave whose edition of record is due on 4 February 2026; without partners it is held. */
async function recordDue(withPartners = false) {
  const company = await editionCompany('2025-12-19T08:00:00+08:00')
  await company.importFiles()
  if (withPartners) await company.importFiles(PARTNERS)
  for (const at of ['2025-12-20T10:00', '2025-12-20T11:00']) await company.runCalendarAt(at)
  const save = async (settings: Partial<EditionSettings>) =>
    company.store.editions.saveSettings({ ...DEFAULT_EDITION_SETTINGS, ...settings }, officer.name, company.clock.now())
  return { ...company, save }
}

const statesOf = async ({ editionsOf }: EditionCompany, period = PERIOD) =>
  (await editionsOf(period)).map(({ kind, state, release }) => [kind, state, release])

const userWith = async ({ store }: EditionCompany, email: string) => {
  const user = (await store.people.list()).find((person) => person.email === email)
  if (!user) throw new Error(`${email} has no account`)
  return user
}

it('goes to the users of the day on which it is sent, in their language of that day', async () => {
  const company = await recordDue()
  const { people, store, clock, runCalendarAt, importFiles } = company
  await runCalendarAt('2026-02-04T01:00')
  expect(await statesOf(company)).toEqual([['record', 'held', null]])
  const removedPerson = await userWith(company, people.english)
  expect(await store.people.revoke({ id: removedPerson.id, by: officer }, clock.now())).toMatchObject({ ok: true })
  // The same address, but another person.
  const addedAddress = await addPerson(company, 'executive', 'en')
  const { id, name } = await userWith(company, people.chinese)
  await store.accounts.save(id, { name, locale: 'en' }, clock.now())
  await importFiles(PARTNERS)
  const letters = editionLetters(await runCalendarAt('2026-02-05T01:00'))
  expect(letters).toEqual(
    oneEach([people.officer, people.procurement, people.chinese, addedAddress], 'Edition of record'),
  )
  expect(await runCalendarAt('2026-02-05T02:00')).toEqual([])
})

it('is sent once if officers press at the same time in two processes while both schedulers run', async () => {
  const company = await recordDue()
  const { people, ports, store, clock, schedulers, runCalendarAt, importFiles, openSecondStore, arrivals } = company
  await runCalendarAt('2026-02-04T01:00')
  const id = (await company.editionsOf(PERIOD))[0]?.id ?? ''
  const otherPorts = { ...ports, editions: (await openSecondStore()).editions }
  await importFiles(PARTNERS)
  clock.set('2026-02-05T01:00:10+08:00')
  const press = (from: typeof ports) => releaseEdition(from, { id, by: officer, comment: '' })
  const [pressed] = await Promise.all([
    Promise.all([press(ports), press(otherPorts), press(ports)]),
    ...schedulers.map((scheduler) => scheduler.runOnce()),
  ])
  expect(pressed.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
  for (const outcome of pressed)
    expect(outcome.ok || outcome.fault.code).toSatisfy((result) => result === true || result === 'edition-ended')
  await Promise.all(schedulers.map((scheduler) => scheduler.deliver()))
  expect(editionLetters(arrivals())).toEqual(oneEach(Object.values(people)))
  expect(await store.editions.ledger(id)).toMatchObject(Array(4).fill({ state: 'sent', times: 1 }))
  expect(company.log.filter(({ event }) => event === 'job-failed')).toEqual([])
})

it('reaches each reader once although a scheduler stops in the middle of sending', async () => {
  const company = await recordDue(true)
  const { people, store, clock, schedulers, runCalendarAt, arrivals } = company
  clock.set('2026-02-04T01:00:10+08:00')
  await schedulers[0]?.runOnce()
  // It claims two letters and disappears.
  expect(await store.outbox.claim(2, clock.now(), clock.now() + 60_000)).toHaveLength(2)
  await runCalendarAt('2026-02-04T01:00')
  expect(Object.keys(editionLetters(arrivals()))).toHaveLength(2)
  await runCalendarAt('2026-02-04T01:10')
  expect(editionLetters(arrivals())).toEqual(oneEach(Object.values(people)))
  expect(await statesOf(company)).toEqual([['record', 'sent', 'on-time']])
})

it('is replaced by the sealed edition if the half-year is closed while it is held', async () => {
  const company = await recordDue()
  const { people, clock, runCalendarAt, arrivals } = company
  await runCalendarAt('2026-02-04T01:00')
  clock.set('2026-02-05T09:30:00+08:00')
  await closeHalfYear(company, PERIOD)
  await runCalendarAt('2026-02-05T10:00')
  for (const at of ['2026-02-06T10:00', '2026-03-02T10:00']) await runCalendarAt(at)
  expect(await statesOf(company)).toEqual([
    ['sealed', 'sent', 'on-time'],
    ['record', 'superseded', null],
  ])
  const sealedLetters = oneEach(Object.values(people), 'Sealed edition')
  expect(editionLetters(arrivals())).toEqual({ ...sealedLetters, [people.chinese]: ['封存版'] })
})

it('is sealed also if the half-year is closed two years later', async () => {
  const company = await recordDue(true)
  const { people, clock, runCalendarAt } = company
  for (const at of ['2026-02-04T01:00', '2026-07-31T01:00', '2027-02-10T01:00', '2027-08-10T01:00'])
    await runCalendarAt(at)
  clock.set('2028-01-10T09:30:00+08:00')
  await closeHalfYear(company, PERIOD)
  const letters = editionLetters(await runCalendarAt('2028-01-10T10:00'))
  expect(letters[people.english]).toContain('Sealed edition')
})

it('waits for approval if that is switched on while it is held, and is sent if it is switched off again', async () => {
  const company = await recordDue()
  const { people, runCalendarAt, importFiles, save } = company
  await runCalendarAt('2026-02-04T01:00')
  await save({ approval: true })
  await importFiles(PARTNERS)
  expect(editionLetters(await runCalendarAt('2026-02-05T01:00'))).toEqual({})
  expect(await statesOf(company)).toEqual([['record', 'awaiting-approval', null]])
  await save({})
  expect(Object.keys(editionLetters(await runCalendarAt('2026-02-06T01:00'))).toSorted()).toEqual(
    Object.values(people).toSorted(),
  )
  expect(await statesOf(company)).toEqual([['record', 'sent', 'mended']])
})

it('is not sent for days before it was switched on, and a date that was moved ahead is not late', async () => {
  const company = await recordDue(true)
  const { people, runCalendarAt, save } = company
  await save({ workingDays: 20 })
  for (const at of ['2026-01-05T09:00', '2026-02-12T08:00']) await runCalendarAt(at)
  await save({ workingDays: 5, preliminary: true, monthly: true, quarterly: true })
  const letters = await runCalendarAt('2026-02-12T09:00')
  expect(editionLetters(letters)[people.english]).toEqual(['Edition of record'])
  expect(letters.find(({ to }) => to === people.english)?.text).not.toContain('late')
  expect(await statesOf(company, '2026-H1')).toEqual([])
})

it('is sent once a day with all kinds switched on, and a quarter is caught up after two months', async () => {
  const company = await recordDue(true)
  const { people, runCalendarAt, save } = company
  await save({ preliminary: true, monthly: true, quarterly: true })
  const got = async (at: string) => editionLetters(await runCalendarAt(at))[people.english] ?? []
  expect(await got('2026-01-04T09:00')).toEqual(['Preliminary edition'])
  expect(await got('2026-02-02T09:00')).toEqual(['Monthly edition, January 2026'])
  expect(await got('2026-02-04T09:00')).toEqual(['Edition of record'])
  expect(await got('2026-03-02T09:00')).toEqual(['Monthly edition, February 2026'])
  expect(await got('2026-04-01T09:00')).toEqual(['Quarterly edition, quarter 1 of 2026'])
  expect(await got('2026-04-02T09:00')).toEqual([])
  await save({ quarterly: true })
  expect(await got('2026-06-30T09:00')).toEqual([])
  expect(await got('2026-12-30T09:00')).toEqual(['Quarterly edition, quarter 3 of 2026'])
})

it('waits while the clock is in doubt, and is sent once when an officer has confirmed it', async () => {
  const company = await recordDue(true)
  const { people, store, clock, ports, log, arrivals, schedulers, openSecondStore } = company
  const restarted = await openSecondStore()
  const { trustedClock } = restarted
  const stopwatch = { elapsed: () => 0 }
  const guard = clockGuard({ clock, stopwatch, clockOffset: async () => null, trustedClock })
  await guardOf(store).check()
  clock.set('2026-02-10T10:00:10+08:00')
  const machine = {
    ...company.machine,
    store: restarted,
    clockGuard: guard,
    log: (entry: (typeof log)[number]) => void log.push(entry),
  }
  const runCalendarNow = () => runCalendar(machine)
  await runCalendarNow()
  expect(await statesOf(company)).toEqual([])
  const question = (await store.questions.open()).find(({ kind }) => kind === 'clock')
  await store.questions.confirmClock(question?.id ?? '', { by: officer.name, at: ports.clock.now() })
  await Promise.all([runCalendarNow(), runCalendarNow()])
  await schedulers[0]?.deliver()
  expect(await statesOf(company)).toEqual([['record', 'sent', 'on-time']])
  expect(editionLetters(arrivals())).toEqual(oneEach(Object.values(people)))
})
