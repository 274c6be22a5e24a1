import type { Person } from '@wayproof/accounts/accounts/person'
import { openCase } from '@wayproof/evidence/rights/open-case'
import { takeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { reviewEditions } from '@wayproof/letters/editions/review-editions'
import { passwordResetToken, userInvitationToken } from '@wayproof/letters/letter/account-link'
import { accentedLanguage } from '@wayproof/messages/testing/accented-language'
import { DEFAULT_EDITION_SETTINGS } from '@wayproof/scorecard/editions/edition-settings'
import { expect, test } from 'vitest'
import { editionPorts } from '../editions/edition-ports.ts'
import { approveAll } from '../testing/approve-all.ts'
import { OLD_POLICY } from '../testing/old-policy.ts'
import { openApp } from '../testing/open-app.ts'
import { procedures } from '../testing/procedures.ts'
import { type RecordedCall, recordedCaller } from '../testing/recorded-calls.ts'
import { openTwoPersonApp, TWO_PERSON_ACTS } from '../testing/two-person-acts.ts'
import { rightsPorts, surveyPorts, whistlePorts } from '../trpc/ports.ts'

/** Mutations that write no entry, with the reason. */
const UNRECORDED: Readonly<Record<string, string>> = {
  'auditLog.verify': 'It only compares; the log itself shows the result.',
  'language.check': 'It only compares a file; its saving is recorded.',
  'language.testLetter': 'A test letter goes to its sender only.',
  'passwordReset.ask': 'Strangers can ask for any address, and the use of the link is recorded.',
  'programme.testMail': 'A test letter goes to its sender only.',
  'questionnaire.save': 'A draft is saved every few seconds of typing; its start, restores and proposal are recorded.',
  'questionnaire.testLetter': 'A test letter goes to its sender only.',
  'wave.testLetter': 'A test letter goes to its sender only.',
  'service.testHook': 'A test message says that it is one.',
}

/** Entries that name another actor than the caller: the new user, or nobody because the caller is not signed in. */
const OTHER_ACTORS = ['people.accept', 'passwordReset.use']

const DAY = 24 * 60
const PERIOD = '2026-H1'
const PASSWORD = 'a long password of nobody'
const words = { note: 'late', action: 'a week sooner', effect: 'all', dueOn: '2026-12-31' }
const text = { 'zh-CN': '一', en: 'one' }

const calls: RecordedCall[] = []
const open = () => openTwoPersonApp((services, user) => recordedCaller(services, user, calls))
const NOBODY: Person = { id: '', name: '', email: '', role: 'executive', locale: 'en' }

/** Carries out an act of two people, as its second person. */
async function together(name: string) {
  const app = await open()
  const act = TWO_PERSON_ACTS[name]
  if (!act) throw new Error(`no such act: ${name}`)
  const { role, decide } = await act(app, app.first)
  await decide((await app.join(role, 'second@x.example')).person)
  return app
}

test('acts on accounts', async () => {
  const app = await open()
  const { callerAs, first, services, join, signIn } = app
  const officer = callerAs(first)
  await officer.profile.save({ name: 'Lin', locale: 'en' })
  await officer.profile.saveDigestHour({ hour: 7 })
  const [session] = await officer.profile.sessions()
  await officer.profile.endSession({ id: session?.id ?? '' })
  await signIn(first.email)
  await officer.profile.endOtherSessions()
  const { person } = await join('procurement', 'p@x.example')
  await officer.people.endSessions({ id: person.id })
  await officer.people.changeRole({ id: person.id, role: 'auditor' })
  await officer.people.changeRole({ id: person.id, role: 'case-handler' })
  const { waiting } = await officer.people.appointments()
  await officer.approval.withdraw({ id: waiting.find(({ email }) => email === person.email)?.id ?? '' })
  await officer.people.revoke({ id: person.id })
  await officer.people.invite({ email: 'new@x.example', role: 'auditor', locale: 'en' })
  const [invitation] = await services.store.people.invitations(services.clock.now())
  const token = userInvitationToken(services.keyring, invitation?.id ?? '')
  await callerAs(NOBODY).people.accept({ token, name: 'Mo', password: PASSWORD, locale: 'en' })
  const reset = services.ids.next()
  const times = { createdAt: services.clock.now(), expiresAt: services.clock.now() + 60_000 }
  await services.store.passwordResets.recover(first.email, { id: reset, ...times })
  await callerAs(NOBODY).passwordReset.use({ token: passwordResetToken(services.keyring, reset), password: PASSWORD })
  await officer.secondFactor.require({ role: 'auditor', required: true })
  await officer.apiKey.make({ name: 'HR', scopes: ['partners:write'] })
  const [key] = await officer.apiKey.list()
  await officer.apiKey.revoke({ id: key?.id ?? '' })
  await together('second-factor-reset')
  await together('appointment: an officer')
})

test('acts on settings, letters and travelers', async () => {
  const { callerAs, first, services } = await open()
  const officer = callerAs(first)
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', baselineYear: null }
  await officer.organisation.save({ ...organisation, programmeStart: '2026-01-01' })
  await officer.organisation.correctStart({ day: '2025-07-01', reason: 'typed wrong' })
  await officer.brand.setColor({ color: '#004060' })
  await officer.brand.setLogo({ picture: null })
  await officer.edition.saveSettings(DEFAULT_EDITION_SETTINGS)
  await officer.backup.releaseLetters()
  await officer.backup.dropLetters()
  await officer.privacy.suppress({ email: 't1@x.example' })
  await officer.privacy.erase({ email: 't1@x.example' })
  const { survey, questions } = services.store
  const now = services.clock.now()
  await survey.askAboutOpening({ period: PERIOD, reason: 'late', dueAt: now, askedAt: now } as never)
  await officer.programme.leaveOut({ period: PERIOD })
  const plan = { mode: 'census', sampleSize: null, daysOpen: 21, firstReminderDays: 7, lastReminderDays: 14 } as const
  await officer.programme.save({ runs: false, plan: { ...plan, letterLimit: 3, smallestWave: 100, localHolidays: [] } })
  await questions.ask({ kind: 'bytes-left', data: { day: '2026-06-30' } }, now)
  await questions.ask({ kind: 'late-reminder', data: { period: '2025-H2', month: '2026-01', dueAt: now } }, now)
  await questions.ask({ kind: 'clock', data: { doubt: 'jumped-ahead', shown: now } } as never, now)
  const idOf = async (kind: string) => (await questions.open()).find((question) => question.kind === kind)?.id ?? ''
  await officer.question.confirmClock({ id: await idOf('clock'), shown: now, again: now })
  await officer.question.answer({ id: await idOf('bytes-left'), answer: 'seen' })
  await officer.question.carryOut({ id: await idOf('late-reminder') })
})

test('acts on a questionnaire', async () => {
  const { callerAs, first } = await together('questionnaire')
  const { id } = await callerAs(first).questionnaire.start({ from: 1 })
  await callerAs(first).questionnaire.restore({ id, seen: 1, from: 1 })
  await callerAs(first).questionnaire.discard({ id, seen: 2 })
})

test('acts on a language of the survey', async () => {
  const { callerAs, first, join } = await open()
  const officer = callerAs(first)
  const file = JSON.stringify(accentedLanguage('fr'))
  await officer.language.save({ file, seen: 0 })
  await officer.language.setActive({ tag: 'fr', seen: 1, isActive: true })
  await approveAll(callerAs((await join('officer', 'languages@x.example')).person))
  await officer.language.setActive({ tag: 'fr', seen: 2, isActive: false })
})

test('acts on a wave and its comments', async () => {
  const { callerAs, first, services, database, pass } = await together('closing-date: later')
  const officer = callerAs(first)
  await officer.wave.pause({ period: PERIOD })
  await officer.wave.resume({ period: PERIOD })
  const now = services.clock.now()
  const claimed = await services.store.outbox.claim(50, now, now + 60_000)
  const letters = claimed.filter(({ letter }) => letter.kind === 'survey-invitation')
  for (const letter of letters) {
    if (letter === letters[0]) await services.store.outbox.markFailed(letter, '550 unknown', now)
    else await services.store.outbox.markSent(letter, '250 ok', now)
  }
  const undelivered = await officer.letters.undelivered({ period: PERIOD, offset: 0, limit: 9 })
  const customerNumbers = undelivered.letters.flatMap(({ customerNumber }) => customerNumber ?? [])
  await officer.letters.sendAgain({ period: PERIOD, customerNumbers })
  pass(8 * DAY)
  await officer.wave.remind({ period: PERIOD })
  const waveId = (await services.store.survey.wave(PERIOD))?.id ?? ''
  const key = new Uint8Array(16)
  await database.insert({ comment: [{ key, wave_id: waveId, language: 'en', text: 'text', read: false }] })
  await officer.comment.code({ comment: Buffer.from(key).toString('hex'), codes: [] })
  const saved = await officer.comment.saveCode({ name: { 'zh-CN': '价格', en: 'Price' } })
  await officer.comment.removeCode({ id: saved.id })
})

test('acts on openings', async () => {
  await together('automatic-opening')
  const app = await open()
  await TWO_PERSON_ACTS['wave-opening']!(app, app.first)
  const { approvals } = app.services.store
  const at = app.services.clock.now()
  const [asked] = await approvals.pending(at)
  // A process that ended after the decision opened no wave.
  await approvals.decide(asked?.id ?? '', { outcome: 'approved', by: { id: 'other', name: 'Other' }, at })
  await app.callerAs(app.first).wave.open({ period: PERIOD })
})

test('acts on goals and closing', async () => {
  await together('rule-change: a row left out')
  const { callerAs, first } = await together('period.close: a restatement')
  const officer = callerAs(first)
  const change = await officer.rules.propose({
    ...{ setting: 'smallest-group', value: 8, reason: 'the board wants it', document: null, appliesFrom: '2026-H2' },
  })
  await officer.approval.withdraw({ id: change })
  await officer.report.publish({ period: PERIOD })
  await officer.report.withdraw({ period: PERIOD })
  await officer.period.reopen({ period: PERIOD, reason: 'late exams' })
  const remedies = await officer.period.promised({ period: '2026-H2' })
  const { id = '' } = remedies.remedies[0] ?? {}
  await officer.period.changeRemedy({ id, seen: 0, ...words, note: 'later' })
  await officer.action.recordOutcome({ action: id, state: 'done', text: 'as promised', seen: null })
  const chosen = await officer.improvement.choose({ period: PERIOD, text, owner: 'customer-service' })
  await officer.improvement.withdraw(chosen)
  const freeze = await officer.period.freeze({ period: PERIOD })
  await officer.period.takeBack({ period: PERIOD, freeze })
  await officer.period.leave({ period: PERIOD })
})

test('acts on findings and meetings', async () => {
  const { callerAs, first, database } = await open()
  const officer = callerAs(first)
  const finding = { id: 'SF-1', found_in: 'A-1', found_on: '2026-01-10', finding: 'open logs', severity: 'low' }
  const imported = { owner: 'it-security', due_on: '2026-08-01', import_id: 'i', row_number: 2 }
  await database.insert({ security_finding: [{ ...finding, ...imported }] })
  const action = { owner: 'it-security', dueOn: '2026-12-31', effect: 'no open log' } as const
  await officer.action.agree({ ...action, text: 'Close the logs', origin: 'security-finding', originId: 'SF-1' })
  const [agreed] = (await officer.action.list()).actions
  await officer.action.change({ ...action, id: agreed?.id ?? '', seen: 0, text: 'Close all logs' })
  const canceled = await officer.meeting.plan({ plannedOn: '2026-07-02' })
  await officer.meeting.cancel({ id: canceled, seen: 0 })
  const id = await officer.meeting.plan({ plannedOn: '2026-07-02' })
  await officer.meeting.move({ id, seen: 0, plannedOn: '2026-07-03' })
  await officer.meeting.hold({ id, seen: 1, heldOn: '2026-07-01' })
  await officer.meeting.saveMinutes({ id, seen: 2, notes: 'All came.', users: [first.id], others: [], nextOn: null })
  await officer.meeting.decide({ meetingId: id, text: 'Train all', action })
  await officer.meeting.decide({ meetingId: id, text: 'No new partner', action: null })
  const { decisions, revision } = await officer.meeting.show({ id })
  await officer.meeting.removeDecision({ id: decisions[1]?.id ?? '', meetingId: id })
  await officer.meeting.finish({ id, seen: revision, decisions: 1 })
})

/** An officer and an executive who reads summaries. */
async function withReader() {
  const app = await open()
  const executive = app.callerAs((await app.join('executive', 'executive@x.example')).person)
  const officer = app.callerAs(app.first)
  const organisation = { nameZh: '', nameEn: 'Faraway', contactEmail: 'p@x.example', baselineYear: null }
  await app.services.store.organisation.save({ ...organisation, programmeStart: '2025-01-01', sample: false })
  const review = async () => {
    await reviewEditions(editionPorts(app.services), '2025-01-01')
    const waiting = (await officer.edition.list()).find(({ state }) => state !== 'sent')
    return waiting?.id ?? ''
  }
  await review()
  return { ...app, officer, executive, review }
}

test('acts on summaries', async () => {
  const { officer, executive, services, database } = await withReader()
  await database.insert(OLD_POLICY)
  await officer.summary.send({ period: PERIOD })
  const [sent] = await officer.edition.list()
  const now = services.clock.now()
  for (const letter of await services.store.outbox.claim(50, now, now + 60_000))
    await services.store.outbox.markFailed(letter, '550 no such user', now)
  await officer.edition.sendAgain({ id: sent?.id ?? '' })
  const asked = { period: PERIOD, goal: 'policy-publication', comment: '' } as const
  await executive.decision.decide({ ...asked, choice: 'approved' })

  const approving = await withReader()
  await approving.officer.edition.saveSettings({ ...DEFAULT_EDITION_SETTINGS, preliminary: true, approval: true })
  await approving.officer.edition.approve({ id: await approving.review(), comment: '' })

  const releasing = await withReader()
  releasing.pass(31 * DAY)
  await releasing.officer.edition.release({ id: await releasing.review(), comment: '' })
})

test('acts on records, policies and samples', async () => {
  const { callerAs, first, join, send, upload, services, database } = await open()
  const officer = callerAs(first)
  const texts = { id: 'P1', name: 'Hotel', service: 'hotel', processesPersonalData: 'yes', onboarded: '2024-01-01' }
  const what = { kind: 'add', texts: { ...texts, offboarded: '' } } as const
  await officer.registerRow.write({ register: 'partners', what, reason: 'first entry' })
  const rows = [{ key: '["P1"]', seen: 'hotel' }]
  await officer.registerRow.correct({ register: 'partners', field: 'service', text: 'inn', rows, reason: 'renamed' })
  const { cookie } = await join('officer', 'other@x.example')
  const headers = { cookie, 'content-type': 'application/octet-stream' }
  const path = `/evidence/partners?key=${encodeURIComponent('["P1"]')}&fileName=a.pdf&source=paper`
  const body = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'
  expect(await (await send(path, { method: 'POST', body, headers })).json()).toEqual({ ok: true })
  const [evidence] = await services.store.attachments.list('partners', '["P1"]')
  await officer.registerRow.saveView({ register: 'partners', name: 'Inns', search: { only: 'service:inn' } })
  const [view] = await officer.registerRow.savedViews({ register: 'partners' })
  await officer.registerRow.renameView({ id: view?.id ?? '', name: 'All inns' })
  await officer.registerRow.removeView({ id: view?.id ?? '' })
  await officer.registerRow.withdrawEvidence({ id: evidence?.id ?? '', reason: 'wrong file' })
  const columns = ['month', 'channel', 'count'].map((heading) => ({ heading, field: heading }))
  const mapping = { encoding: 'utf-8', delimiter: ',', dayFormat: null, columns, constants: {}, words: {} } as const
  expect(await officer.register.saveMapping({ register: 'bookings', mapping })).toMatchObject({ ok: true })
  await upload('bookings', 'month,channel,count\n2025-01,web,1200\n')
  const [last] = await officer.register.history({ register: 'bookings' })
  const undone = await officer.register.undoImport({ register: 'bookings', importId: last?.id ?? '', reason: 'wrong' })
  expect(undone).toMatchObject({ ok: true })
  const month = { register: 'incidents', month: '2026-01' } as const
  await officer.emptyMonth.confirm(month)
  await officer.emptyMonth.withdraw(month)
  const imported = { import_id: last?.id ?? '', row_number: 2 }
  await database.insert({ policy_version: [{ version: '6', approved_on: '2026-01-01', ...imported }] })
  const surface = { id: 'web', name: 'Website', kind: 'website', url: 'https://x.example/privacy', languages: 'en' }
  const active = { collects_personal_data: true, active_from: '2026-01-01', ...imported }
  await database.insert({ policy_surface: [{ ...surface, ...active }] })
  await officer.policy.addText({ version: '6', language: 'en', text: 'We keep it short. '.repeat(40) })
  await approveAll(callerAs((await join('officer', 'texts@x.example')).person))
  await officer.policy.check({ surfaceId: 'web' })
  const auditor = callerAs((await join('auditor', 'auditor@x.example')).person)
  const drawn = { figure: 'partner-audit', period: PERIOD, side: 'denominator', size: 1 } as const
  const { id: sample } = await auditor.sample.draw(drawn)
  await auditor.sample.record({ sample, number: 1, seen: 0, result: 'agrees', note: '' })
  await auditor.sample.seal({ sample })
})

test('acts on requests and reports', async () => {
  const { callerAs, first, join, services } = await open()
  const desk = callerAs(first)
  const facts = { kind: 'access', regime: 'eu', channel: 'telephone', receivedOn: '2026-06-30' } as const
  const recording = {
    ...facts,
    text: 'May I see my data?',
    contact: null,
    identityChecked: true,
    locale: 'en',
  } as const
  const recordOne = async () => desk.rights.record({ ...recording, formCode: await desk.rights.form() })
  await recordOne()
  await recordOne()
  const [one, two] = (await desk.rights.list()).open
  await desk.rights.correct({ id: one?.id ?? '', facts: { ...facts, kind: 'deletion' }, reason: 'misheard' })
  await desk.rights.extend({ id: one?.id ?? '', reason: 'many copies' })
  await desk.rights.answer({ id: one?.id ?? '', text: 'Here it is.', purpose: 'answer' })
  await desk.rights.close({ id: two?.id ?? '', outcome: 'withdrawn' })

  const handler = callerAs((await join('case-handler', 'handler@x.example')).person)
  await takeReport(whistlePorts(services), {
    ...{
      formCode: newSecretCode(services.tokens),
      reporter: 'staff',
      text: 'a list is sold',
      contact: '',
      locale: 'en',
    },
  })
  const { id = '' } = (await handler.whistle.list()).open[0] ?? {}
  await handler.whistle.step({ id, step: 'in-examination' })
  await handler.whistle.concern({ id, concernsOfficer: true })
  await handler.whistle.write({ id, text: 'We looked at it.', purpose: 'feedback' })
  await handler.whistle.close({ id, outcome: 'other' })

  // Posts of the public pages, each closed as a flood.
  const words = { text: 'flood', contact: null, locale: 'en' } as const
  await takeReport(whistlePorts(services), { ...words, formCode: newSecretCode(services.tokens), reporter: 'staff' })
  const request = { ...words, kind: 'access', regime: 'eu' } as const
  await openCase(rightsPorts(services), { ...request, formCode: newSecretCode(services.tokens) })
  for (const entries of [handler.whistle, desk.rights]) {
    const flood = (await entries.list()).open.filter(({ isUntouched }) => isUntouched)
    await entries.closeFlood({ ids: flood.map(({ id }) => id) })
    const [{ closedOn = '' } = {}] = (await entries.list()).floods
    await entries.reopenFlood({ closedOn })
  }
})

test('acts on sample data', async () => {
  const { services, join } = await openApp()
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const officer = recordedCaller(services, (await join('officer')).person, calls)
  await officer.sampleData.load()
  await officer.sampleData.remove()
})

test('every mutation was carried out and wrote an entry of its user, or has a reason not to', () => {
  const mutations = procedures.filter(({ type }) => type === 'mutation').map(({ path }) => path)
  const recorded = new Set(calls.filter(({ entries }) => entries.length > 0).map(({ path }) => path))
  const isExplained = (path: string) => Object.hasOwn(UNRECORDED, path)
  expect(mutations.filter((path) => !recorded.has(path) && !isExplained(path))).toEqual([])
  expect(Object.keys(UNRECORDED).filter((path) => recorded.has(path) || !mutations.includes(path))).toEqual([])
  const silent = calls.filter(({ path, entries }) => entries.length === 0 && !isExplained(path))
  expect(silent.map(({ path }) => path)).toEqual([])
  const byOthers = calls.filter(({ userId, entries }) => !entries.some(({ actorId }) => actorId === userId))
  const unexpected = byOthers.filter(({ path }) => !OTHER_ACTORS.includes(path) && !isExplained(path))
  expect(unexpected.map(({ path }) => path)).toEqual([])
})

test('no entry contains a name, an address or a text of a person', () => {
  const written = JSON.stringify(calls.map(({ entries }) => entries.map(({ subject, details }) => [subject, details])))
  for (const own of [
    '@',
    'Lin',
    'late exams',
    'sooner',
    'Hotel',
    'May I see',
    'misheard',
    'Here it is',
    'a list is sold',
  ])
    expect(written).not.toContain(own)
})
