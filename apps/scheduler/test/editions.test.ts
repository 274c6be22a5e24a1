import { messages } from '@wayproof/messages/messages'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { planProgramme } from '@wayproof/survey/programme/plan-programme'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { expect, it } from 'vitest'
import { closeHalfYear } from './close-half-year.ts'
import { approveOpening, bringTravelers } from './company.ts'
import { type Arrival, type EditionCompany, editionCompany, PARTNERS } from './edition-company.ts'

const PERIOD = '2025-H2'
const TRAVELERS = 12

const subjects = (arrivals: readonly Arrival[], address: string) =>
  arrivals.filter(({ to }) => to === address).map(({ subject }) => subject)
/** Letters of other work: reminders, certificates, questions, signatures. */
const OTHERS = /^(Update your|Sign your|Close the|Certificate|Anonymization|Decision needed|Test email)/

/** The lines above the headlines of everything that one person got. */
const kickers = (arrivals: readonly Arrival[], address: string) =>
  arrivals.filter(({ to }) => to === address).map(({ text }) => text.trim().split('\n')[0])
const recipients = (arrivals: readonly Arrival[]) => arrivals.map(({ to }) => to).toSorted()
const everyone = ({ people }: EditionCompany) => Object.values(people).toSorted()

it('a year of editions: held for a stale register, sent once fixed, sealed, and sent automatically with its gaps', async () => {
  const company = await editionCompany('2025-08-01T08:00:00+08:00')
  const { people, runCalendarAt, importFiles, answer, clock, surveyPorts, editionsOf, store } = company
  const mail = async (at: string) => (await runCalendarAt(at)).filter(({ subject }) => !OTHERS.test(subject))
  await importFiles(PARTNERS)
  clock.set('2025-12-19T08:00:00+08:00')
  await importFiles()
  await bringTravelers(company, TRAVELERS)
  const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
  await planProgramme(surveyPorts, { plan, runs: true })
  await approveOpening(company, PERIOD)
  await runCalendarAt('2025-12-20T10:00')

  await answer(await runCalendarAt('2026-01-04T09:00'), TRAVELERS)
  const reminded = await runCalendarAt('2026-01-05T09:00')
  expect(subjects(reminded, people.procurement)).toEqual([expect.stringContaining('Update your register')])
  await runCalendarAt('2026-01-29T00:30')
  expect(await store.survey.wave(PERIOD)).toMatchObject({ status: 'unlinked' })
  expect(await editionsOf(PERIOD)).toEqual([])

  // Five working days after the unlinking: the partners' register last changed in August.
  expect(await mail('2026-02-04T23:00')).toEqual([])
  const heldArrivals = await mail('2026-02-05T08:00')
  expect(recipients(heldArrivals)).toEqual([people.officer, people.procurement].toSorted())
  expect(subjects(heldArrivals, people.procurement)).toEqual(['Held back: Edition of record, second half of 2025'])
  for (const { to, text } of heldArrivals) {
    expect(text).toContain('Partner audits: last updated on 1 August 2025, before the last quarter.')
    expect(text).toContain('Import the register again or add what is missing, also if nothing changed.')
    expect(text).toContain('at the latest on 26 February 2026')
    const page = to === people.officer ? 'summaries' : 'scorecard'
    expect(text).toContain(`http://reporting.test.example/${page}?period=2025-H2`)
  }
  for (const at of ['2026-02-05T09:00', '2026-02-06T10:00']) expect(await mail(at)).toEqual([])

  await importFiles(PARTNERS)
  const record = await mail('2026-02-06T11:00')
  expect(recipients(record)).toEqual(everyone(company))
  const [english] = record.filter(({ to }) => to === people.english)
  const [chinese] = record.filter(({ to }) => to === people.chinese)
  expect(chinese?.text).toContain('远行旅行社 · 2025年下半年隐私保护目标 · 正式版')
  expect(english?.text).toContain('Faraway Travel · Privacy goals, second half of 2025 · Edition of record')
  const { names } = messages('en').goals
  for (const goal of GOALS) {
    const line = english?.text.split('\n').find((row) => row.startsWith(`${names[goal]} ·`)) ?? ''
    expect([goal, line]).toEqual([goal, expect.stringMatching(/ · [−+]?\d[\d.]*\s?% · /)])
  }
  // Decisions with their date stand above the goals.
  const position = (part: string) => english?.text.indexOf(part) ?? -1
  expect(position('(by 27 February 2026)')).toBeGreaterThan(0)
  expect(position('(by 27 February 2026)')).toBeLessThan(position('The five goals'))
  const owners = record.find(({ to }) => to === people.procurement)?.text ?? ''
  expect(owners.indexOf('Partner audit ·')).toBeLessThan(owners.indexOf('Policy publication ·'))
  for (const at of ['2026-02-06T12:00', '2026-02-27T10:00']) expect(await mail(at)).toEqual([])

  // Sent editions are archived byte for byte, and the log lists every reader.
  const [edition] = await editionsOf(PERIOD)
  expect(edition).toMatchObject({ kind: 'record', state: 'sent', release: 'mended', people: 4, reasons: [] })
  const archive = await store.editions.archive(edition?.id ?? '')
  const archivedText = (reader: string, locale: string) =>
    archive.find((letter) => letter.reader === reader && letter.locale === locale)?.text
  expect(archivedText('executive', 'en')?.trim()).toBe(english?.text.trim())
  expect(archivedText('executive', 'zh-CN')?.trim()).toBe(chinese?.text.trim())
  expect(archivedText('procurement', 'en')?.trim()).toBe(owners.trim())
  expect(await store.editions.ledger(edition?.id ?? '')).toMatchObject(Array(4).fill({ state: 'sent', times: 1 }))

  clock.set('2026-03-10T09:30:00+08:00')
  await closeHalfYear(company, PERIOD)
  const sealedArrivals = await mail('2026-03-10T10:00')
  expect(recipients(sealedArrivals)).toEqual(everyone(company))
  const toSealed = sealedArrivals.find(({ to }) => to === people.english)
  expect(toSealed?.text).toContain('What changed since the edition of record of 6 February 2026')
  expect(toSealed?.text).toContain('Sealed on 10 March 2026')
  expect(await mail('2026-03-11T10:00')).toEqual([])

  // The next half-year has no wave and no records: held once, then sent with its gaps after ten working days.
  await runCalendarAt('2026-07-05T09:00')
  expect((await mail('2026-07-30T23:00')).filter(({ subject }) => subject.startsWith('Held'))).toEqual([])
  const heldAgain = await mail('2026-07-31T08:00')
  expect(subjects(heldAgain, people.officer)).toEqual(['Held back: Edition of record, first half of 2026'])
  expect(subjects(heldAgain, people.english)).toEqual([])
  expect(await mail('2026-08-13T23:00')).toEqual([])
  const automatic = await mail('2026-08-14T08:00')
  expect(recipients(automatic)).toEqual(everyone(company))
  const withGaps = automatic.find(({ to }) => to === people.english)?.text
  expect(withGaps).toContain('The gaps were not closed within 10 working days. Missing:')
  expect(withGaps).toContain('Staff training is unknown')
  expect(withGaps).toContain('No survey was opened for this half-year')
  expect((await editionsOf('2026-H1')).map(({ kind, release }) => [kind, release])).toEqual([['record', 'automatic']])
  expect(await mail('2026-08-14T09:00')).toEqual([])

  // Everything that executives got in the year.
  const { letter } = messages('zh-CN').editions
  const read = [
    ['Edition of record', 'second half of 2025', 'record', '2025年下半年'],
    ['Sealed edition', 'second half of 2025', 'sealed', '2025年下半年'],
    ['Edition of record', 'first half of 2026', 'record', '2026年上半年'],
  ] as const
  expect(kickers(company.arrivals(), people.english)).toEqual(
    read.map(([edition, half]) => `Faraway Travel · Privacy goals, ${half} · ${edition}`),
  )
  expect(kickers(company.arrivals(), people.chinese)).toEqual(
    read.map(([, , kind, half]) => letter.kicker('远行旅行社', half, letter.of(kind, ''))),
  )
  expect(company.log.filter(({ event }) => event === 'job-failed')).toEqual([])
})

it('an edition that was due during downtime is sent forty days late, once, and says so', async () => {
  const company = await editionCompany('2025-12-19T08:00:00+08:00')
  const { people, runCalendarAt, importFiles, editionsOf, store } = company
  await importFiles(PARTNERS)
  await importFiles()
  for (const at of ['2026-01-20T10:00', '2026-01-20T11:00']) await runCalendarAt(at)
  const lateArrivals = await runCalendarAt('2026-03-16T10:00')
  expect(recipients(lateArrivals.filter(({ subject }) => !OTHERS.test(subject)))).toEqual(everyone(company))
  const [english] = lateArrivals.filter(({ to }) => to === people.english)
  expect(english?.text).toContain('This edition was due on 4 February 2026 and is 40 days late')
  const [chinese] = lateArrivals.filter(({ to }) => to === people.chinese)
  expect(chinese?.text).toContain(messages('zh-CN').editions.letter.late('2026年2月4日', 40))
  expect((await editionsOf(PERIOD)).map(({ kind, release }) => [kind, release])).toEqual([['record', 'on-time']])
  expect(await runCalendarAt('2026-03-16T11:00')).toEqual([])
  expect((await store.questions.open()).filter(({ kind }) => kind !== 'late-reminder')).toEqual([])
})
