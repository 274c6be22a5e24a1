import { clockGuard } from '@wayproof/kernel/clock-guard'
import { releaseEdition } from '@wayproof/letters'
import { DEFAULT_EDITION_SETTINGS, type EditionSettings } from '@wayproof/scorecard'
import { expect, it } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { closeHalfYear } from './close-half-year.ts'
import { addPerson, guardOf } from './company.ts'
import { type Arrival, type EditionCompany, editionCompany, PARTNERS } from './edition-company.ts'

const PERIOD = '2025-H2'
const officer = { id: 'officer', name: 'Lin' }

/** Maps each recipient to the lines above the headlines of the edition letters they got. */
function editionLetters(arrivals: readonly Arrival[]): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {}
  for (const { to, text } of arrivals) {
    const kicker = text.trim().split('\n')[0] ?? ''
    if (!/Privacy goals,|隐私保护目标/.test(kicker)) continue
    found[to] = [...(found[to] ?? []), kicker.split(' · ').at(-1) ?? '']
  }
  return found
}

const oneEach = (to: readonly string[], edition = expect.any(String)) =>
  Object.fromEntries(to.map((each) => [each, [edition]]))

/** A company without a wave whose edition of record is due on 4 February 2026; without partners it is held. */
async function recordDue(partners = false) {
  const made = await editionCompany('2025-12-19T08:00:00+08:00')
  await made.bring()
  if (partners) await made.bring(PARTNERS)
  for (const at of ['2025-12-20T10:00', '2025-12-20T11:00']) await made.look(at)
  const save = async (settings: Partial<EditionSettings>) =>
    made.store.editions.saveSettings({ ...DEFAULT_EDITION_SETTINGS, ...settings }, officer.name, made.clock.now())
  return { ...made, save }
}

const statesOf = async ({ editionsOf }: EditionCompany, period = PERIOD) =>
  (await editionsOf(period)).map(({ kind, state, release }) => [kind, state, release])

const userWith = async ({ store }: EditionCompany, email: string) => {
  const user = (await store.people.list()).find((person) => person.email === email)
  if (!user) throw new Error(`${email} has no account`)
  return user
}

it('goes to the users of the day on which it is sent, in their language of that day', async () => {
  const made = await recordDue()
  const { people, store, clock, look, bring } = made
  await look('2026-02-04T01:00')
  expect(await statesOf(made)).toEqual([['record', 'held', null]])
  const removed = await userWith(made, people.english)
  expect(await store.people.revoke({ id: removed.id, by: officer }, clock.now())).toMatchObject({ ok: true })
  // The same address, but another person.
  const added = await addPerson(made, 'executive', 'en')
  const { id, name } = await userWith(made, people.chinese)
  await store.accounts.save(id, { name, locale: 'en' }, clock.now())
  await bring(PARTNERS)
  const letters = editionLetters(await look('2026-02-05T01:00'))
  expect(letters).toEqual(oneEach([people.officer, people.procurement, people.chinese, added], 'Edition of record'))
  expect(await look('2026-02-05T02:00')).toEqual([])
}, 60_000)

it('is sent once if officers press at the same time in two processes while both schedulers run', async () => {
  const made = await recordDue()
  const { people, ports, store, clock, schedulers, look, bring, openAgain, arrivals } = made
  await look('2026-02-04T01:00')
  const id = (await made.editionsOf(PERIOD))[0]?.id ?? ''
  const other = { ...ports, editions: (await openAgain()).editions }
  await bring(PARTNERS)
  clock.set('2026-02-05T01:00:10+08:00')
  const press = (from: typeof ports) => releaseEdition(from, { id, by: officer, comment: '' })
  const [pressed] = await Promise.all([
    Promise.all([press(ports), press(other), press(ports)]),
    ...schedulers.map((one) => one.look()),
  ])
  expect(pressed.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
  for (const one of pressed)
    expect(one.ok || one.fault.code).toSatisfy((said) => said === true || said === 'edition-ended')
  await Promise.all(schedulers.map((one) => one.deliver()))
  expect(editionLetters(arrivals())).toEqual(oneEach(Object.values(people)))
  expect(await store.editions.ledger(id)).toMatchObject(Array(4).fill({ state: 'sent', times: 1 }))
  expect(made.log.filter(({ event }) => event === 'job-failed')).toEqual([])
}, 60_000)

it('reaches each reader once although a scheduler stops in the middle of sending', async () => {
  const made = await recordDue(true)
  const { people, store, clock, schedulers, look, arrivals } = made
  clock.set('2026-02-04T01:00:10+08:00')
  await schedulers[0]?.look()
  // It claims two letters and disappears.
  expect(await store.outbox.claim(2, clock.now(), clock.now() + 60_000)).toHaveLength(2)
  await look('2026-02-04T01:00')
  expect(Object.keys(editionLetters(arrivals()))).toHaveLength(2)
  await look('2026-02-04T01:10')
  expect(editionLetters(arrivals())).toEqual(oneEach(Object.values(people)))
  expect(await statesOf(made)).toEqual([['record', 'sent', 'on-time']])
}, 60_000)

it('is replaced by the sealed edition if the half-year is closed while it is held', async () => {
  const made = await recordDue()
  const { people, clock, look, arrivals } = made
  await look('2026-02-04T01:00')
  clock.set('2026-02-05T09:30:00+08:00')
  await closeHalfYear(made, PERIOD)
  await look('2026-02-05T10:00')
  for (const at of ['2026-02-06T10:00', '2026-03-02T10:00']) await look(at)
  expect(await statesOf(made)).toEqual([
    ['sealed', 'sent', 'on-time'],
    ['record', 'superseded', null],
  ])
  const sealed = oneEach(Object.values(people), 'Sealed edition')
  expect(editionLetters(arrivals())).toEqual({ ...sealed, [people.chinese]: ['封存版'] })
}, 60_000)

it('is sealed also if the half-year is closed two years later', async () => {
  const made = await recordDue(true)
  const { people, clock, look } = made
  for (const at of ['2026-02-04T01:00', '2026-07-31T01:00', '2027-02-10T01:00', '2027-08-10T01:00']) await look(at)
  clock.set('2028-01-10T09:30:00+08:00')
  await closeHalfYear(made, PERIOD)
  const letters = editionLetters(await look('2028-01-10T10:00'))
  expect(letters[people.english]).toContain('Sealed edition')
}, 60_000)

it('waits for approval if that is switched on while it is held, and is sent if it is switched off again', async () => {
  const made = await recordDue()
  const { people, look, bring, save } = made
  await look('2026-02-04T01:00')
  await save({ approval: true })
  await bring(PARTNERS)
  expect(editionLetters(await look('2026-02-05T01:00'))).toEqual({})
  expect(await statesOf(made)).toEqual([['record', 'awaiting-approval', null]])
  await save({})
  expect(Object.keys(editionLetters(await look('2026-02-06T01:00'))).toSorted()).toEqual(
    Object.values(people).toSorted(),
  )
  expect(await statesOf(made)).toEqual([['record', 'sent', 'mended']])
}, 60_000)

it('is not sent for days before it was switched on, and a date that was moved ahead is not late', async () => {
  const made = await recordDue(true)
  const { people, look, save } = made
  await save({ workingDays: 20 })
  for (const at of ['2026-01-05T09:00', '2026-02-12T01:00']) await look(at)
  await save({ workingDays: 5, preliminary: true, monthly: true, quarterly: true })
  const letters = await look('2026-02-12T02:00')
  expect(editionLetters(letters)[people.english]).toEqual(['Edition of record'])
  expect(letters.find(({ to }) => to === people.english)?.text).not.toContain('late')
  expect(await statesOf(made, '2026-H1')).toEqual([])
}, 60_000)

it('is sent once a day with all kinds switched on, and a quarter is caught up after two months', async () => {
  const made = await recordDue(true)
  const { people, look, save } = made
  await save({ preliminary: true, monthly: true, quarterly: true })
  const got = async (at: string) => editionLetters(await look(at))[people.english] ?? []
  expect(await got('2026-01-04T09:00')).toEqual(['Preliminary edition'])
  expect(await got('2026-02-02T09:00')).toEqual(['Monthly edition, January 2026'])
  expect(await got('2026-02-04T09:00')).toEqual(['Edition of record'])
  expect(await got('2026-03-02T09:00')).toEqual(['Monthly edition, February 2026'])
  expect(await got('2026-04-01T09:00')).toEqual(['Quarterly edition, quarter 1 of 2026'])
  expect(await got('2026-04-02T09:00')).toEqual([])
  await save({ quarterly: true })
  expect(await got('2026-06-30T09:00')).toEqual([])
  expect(await got('2026-12-30T09:00')).toEqual(['Quarterly edition, quarter 3 of 2026'])
}, 60_000)

it('waits while the clock is in doubt, and is sent once when an officer has confirmed it', async () => {
  const made = await recordDue(true)
  const { people, store, clock, ports, log, arrivals, schedulers, openAgain } = made
  const restarted = await openAgain()
  const { trustedClock } = restarted
  const stopwatch = { elapsed: () => 0 }
  const guard = clockGuard({ clock, stopwatch, clockOffset: async () => null, trustedClock })
  await guardOf(store).check()
  clock.set('2026-02-10T10:00:10+08:00')
  const machine = {
    ...made.machine,
    store: restarted,
    clockGuard: guard,
    log: (one: (typeof log)[number]) => void log.push(one),
  }
  const look = () => runCalendar(machine)
  await look()
  expect(await statesOf(made)).toEqual([])
  const question = (await store.questions.open()).find(({ kind }) => kind === 'clock')
  await store.questions.confirmClock(question?.id ?? '', { by: officer.name, at: ports.clock.now() })
  await Promise.all([look(), look()])
  await schedulers[0]?.deliver()
  expect(await statesOf(made)).toEqual([['record', 'sent', 'on-time']])
  expect(editionLetters(arrivals())).toEqual(oneEach(Object.values(people)))
}, 60_000)
