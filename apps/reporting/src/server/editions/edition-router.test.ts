import type { UserRole } from '@wayproof/accounts/accounts/person'
import { reviewEditions } from '@wayproof/letters/editions/review-editions'
import { messages } from '@wayproof/messages/messages'
import { DEFAULT_EDITION_SETTINGS } from '@wayproof/scorecard/editions/edition-settings'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'
import { editionPorts } from './edition-ports.ts'

const DAY = 24 * 60
const PERIOD = '2026-H1'
const START = '2025-01-01'

/** An app with an organization and people on 1 July 2026, after the first run of the calendar. */
async function withEditions() {
  const app = await openApp()
  const { services } = app
  const callerAs = async (role: UserRole) => {
    const { person } = await app.join(role)
    return { person, caller: appRouter.createCaller(createContextInner(services, { user: person })) }
  }
  const officer = await callerAs('officer')
  const executive = await callerAs('executive')
  const auditor = await callerAs('auditor')
  const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', sample: false }
  await services.store.organisation.save({ ...organisation, programmeStart: START, baselineYear: null })
  const reviewNow = () => reviewEditions(editionPorts(services), START)
  await reviewNow()
  return { ...app, callerAs, officer, executive, auditor, reviewNow }
}

test('an officer approves what each reader will get; the comment is printed and archived', async () => {
  const { officer, executive, auditor, reviewNow, pass, services } = await withEditions()
  const settings = { ...DEFAULT_EDITION_SETTINGS, preliminary: true, approval: true }
  await officer.caller.edition.saveSettings(settings)
  expect(await executive.caller.edition.settings()).toEqual(settings)
  expect(await reviewNow()).toMatchObject([{ kind: 'preliminary', outcome: 'awaiting-approval' }])
  expect(await reviewNow()).toEqual([])
  const [waitingEdition] = await officer.caller.edition.list()
  const id = waitingEdition?.id ?? ''
  expect(await executive.caller.edition.list()).toEqual([])
  await expect(executive.caller.edition.show({ id })).rejects.toThrow('edition-unknown')

  const comment = 'The survey is running well.'
  const previewInput = { id, period: PERIOD, reader: 'executive', locale: 'en', comment } as const
  const preview = await officer.caller.edition.preview(previewInput)
  expect(preview.text).toContain(`Comment by officer\n\n· ${comment}`)
  await expect(officer.caller.edition.preview({ ...previewInput, comment: 'x'.repeat(601) })).rejects.toThrow()
  await expect(officer.caller.edition.release({ id, comment: '' })).rejects.toThrow('edition-ended')
  expect(await officer.caller.edition.approve({ id, comment })).toEqual({ people: 2 })
  await expect(officer.caller.edition.approve({ id, comment })).rejects.toThrow('edition-ended')

  const { edition, letters, ledger } = await auditor.caller.edition.show({ id })
  expect(edition).toMatchObject({ state: 'sent', release: 'approved', decidedBy: 'officer', comment, people: 2 })
  expect(letters.find(({ reader, locale }) => reader === 'executive' && locale === 'en')).toMatchObject({
    subject: preview.subject,
    html: preview.html,
    text: preview.text,
  })
  expect(ledger?.map(({ name, state }) => [name, state])).toEqual([
    ['executive', 'queued'],
    ['officer', 'queued'],
  ])
  expect(await executive.caller.edition.show({ id })).toMatchObject({ ledger: null })
  pass(DAY)
  expect(await reviewNow()).toEqual([])
  expect(await services.store.editions.lastSent(PERIOD)).toMatchObject({ kind: 'preliminary' })
})

test('an officer sends a held edition as it is, and its letters say what is missing', async () => {
  const { officer, executive, reviewNow, pass } = await withEditions()
  pass(31 * DAY)
  expect(await reviewNow()).toMatchObject([{ kind: 'record', outcome: 'held' }])
  const [heldEdition] = await officer.caller.edition.list()
  expect(heldEdition).toMatchObject({ state: 'held', sendsOn: '2026-08-14' })
  expect(heldEdition?.reasons.map(({ owner }) => owner)).toContain('human-resources')
  expect(await officer.caller.edition.release({ id: heldEdition?.id ?? '', comment: '' })).toEqual({ people: 2 })
  const { edition, letters } = await executive.caller.edition.show({ id: heldEdition?.id ?? '' })
  expect(edition).toMatchObject({ release: 'as-is', decidedBy: 'officer', comment: null })
  expect(letters[0]?.text).toMatch(/Sent with gaps|发送时仍缺少的内容/)
  pass(30 * DAY)
  expect(await reviewNow()).toEqual([])
})

test('an owner opens the letter as it was sent, own goals first; a newer user reads the executives’ letters', async () => {
  const { officer, executive, auditor, services, callerAs } = await withEditions()
  const procurement = await callerAs('procurement')
  await officer.caller.summary.send({ period: PERIOD })
  const latePerson = await callerAs('human-resources')
  const id = (await officer.caller.edition.list())[0]?.id ?? ''
  const kinds = async ({ caller }: typeof officer) => {
    const { letters, own } = await caller.edition.show({ id })
    return [own && [own.reader, own.locale], [...new Set(letters.map(({ reader }) => reader))]]
  }
  expect(await kinds(procurement)).toEqual([['procurement', procurement.person.locale], ['procurement']])
  expect(await kinds(executive)).toEqual([['executive', executive.person.locale], ['executive']])
  expect(await kinds(latePerson)).toEqual([null, ['executive']])
  expect(await kinds(auditor)).toEqual([null, ['executive', 'privacy-officer', 'procurement']])
  const { letters, ledger } = await procurement.caller.edition.show({ id })
  expect(ledger).toBeNull()
  expect(letters).toEqual((await services.store.editions.archive(id)).filter(({ reader }) => reader === 'procurement'))
  const { names } = messages(procurement.person.locale).goals
  const text = letters[0]?.text ?? ''
  expect(text.indexOf(`${names['partner-audit']} ·`)).toBeLessThan(text.indexOf(`${names['policy-publication']} ·`))
})

test('only failed letters are sent again, and unreachable readers are listed', async () => {
  const { officer, executive, services } = await withEditions()
  await officer.caller.summary.send({ period: PERIOD })
  const [edition] = await officer.caller.edition.list()
  const id = edition?.id ?? ''
  const { store, clock } = services
  const deliver = async (shouldRefuse: boolean) => {
    const claimed = await store.outbox.claim(10, clock.now(), clock.now() + 60_000)
    for (const letter of claimed) {
      if (shouldRefuse && letter.to === executive.person.email)
        await store.outbox.markFailed(letter, '550 no such user', clock.now())
      else await store.outbox.markSent(letter, '250 ok', clock.now())
    }
    return claimed.map(({ to }) => to)
  }
  expect(await deliver(true)).toHaveLength(2)
  expect(await officer.caller.edition.bouncing()).toMatchObject([
    { email: executive.person.email, state: 'failed', reply: '550 no such user' },
  ])
  expect(await officer.caller.edition.sendAgain({ id })).toEqual({ letters: 1 })
  expect(await officer.caller.edition.sendAgain({ id })).toEqual({ letters: 0 })
  expect(await deliver(false)).toEqual([executive.person.email])
  expect(await officer.caller.edition.bouncing()).toEqual([])
  const { ledger } = await officer.caller.edition.show({ id })
  expect(ledger?.map(({ name, state, times }) => [name, state, times])).toEqual([
    ['executive', 'sent', 2],
    ['officer', 'sent', 1],
  ])
})

test('future dates are shown for the settings on the screen before they are saved', async () => {
  const { officer } = await withEditions()
  const settings = { ...DEFAULT_EDITION_SETTINGS, workingDays: 3, quarterly: true }
  const savedDates = await officer.caller.edition.coming({ settings: null })
  expect(savedDates.map(({ kind, dueOn }) => [kind, dueOn])).toContainEqual(['record', '2026-07-31'])
  const previewedDates = await officer.caller.edition.coming({ settings })
  expect(previewedDates.map(({ kind, dueOn }) => [kind, dueOn])).toEqual(
    expect.arrayContaining([
      ['record', '2026-07-29'],
      ['quarterly', '2026-10-08'],
    ]),
  )
})
