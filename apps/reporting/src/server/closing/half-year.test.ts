import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { countOpenWaves } from '@wayproof/survey/waves/count-open-waves'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const travelers = [
  'customerNumber,email,locale,tripType,channel,region,lastTrip,adult,residence,basis,basisWording,basisNamesSurveys,basisNotice,basisSource,basisDate',
  ...Array.from(
    { length: 40 },
    (_, n) => `C${n},t${n}@x.example,zh-CN,group,app,east,2026-03,yes,CN,consent,6,yes,,app,2026-01-05`,
  ),
].join('\n')
const staff = [
  'number,role,unit,startDay,endDay',
  ...Array.from({ length: 9 }, (_, n) => `E${n},guide,${n < 6 ? 'guides' : 'finance'},2020-01-01,`),
].join('\n')

async function openHalfYear() {
  const openedApp = await openApp()
  const officer = await openedApp.join('officer')
  const executive = await openedApp.join('executive')
  const callerAs = (user: typeof officer.person) =>
    appRouter.createCaller(createContextInner(openedApp.services, { user }))
  const upload = async (register: string, body: string) => {
    const headers = { cookie: officer.cookie, 'content-type': 'application/octet-stream' }
    const answer = await openedApp.send(`/import/${register}?dryRun=false&fileName=${register}.csv`, {
      method: 'POST',
      body,
      headers,
    })
    return answer.json()
  }
  await publishQuestionnaire(surveyPorts(openedApp.services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const another = async (email: string) => callerAs((await openedApp.join('officer', email)).person)
  return { ...openedApp, upload, another, officer: callerAs(officer.person), executive: callerAs(executive.person) }
}

test('an officer runs the wave of a half-year', async () => {
  const { upload, officer, another, executive, pass, services } = await openHalfYear()
  const at = { period: '2026-H1' }
  expect(await executive.wave.funnel(at)).toBeNull()
  expect(await upload('travelers', travelers)).toMatchObject({ ok: true })
  const everything = ['basis-profiles', 'notice', 'assessment', 'backups', 'persons-abroad', 'mail-server']
  expect(await officer.wave.preview(at)).toMatchObject({ eligible: 40, skips: [], lacking: everything })
  const plan = { ...at, mode: 'sample', size: 30, seed: 'a', closesOn: '2026-07-21' } as const
  await expect(officer.wave.askOpening(plan)).rejects.toThrow('checklist-incomplete')
  const { basisProfiles } = await officer.programme.get()
  const points = { basisProfiles: null, noticeVersion: '6', assessedOn: '2026-05-01', backupDays: 90, personsAbroad: 0 }
  expect(await officer.programme.confirm(points)).toMatchObject({
    lacking: ['basis-profiles', 'backups', 'mail-server'],
  })
  await officer.programme.chooseFolder({ chosen: true })
  points.backupDays = 30
  for (const version of [null, basisProfiles.version + 1])
    expect(await officer.programme.confirm({ ...points, basisProfiles: version })).toMatchObject({
      lacking: ['basis-profiles'],
    })
  await expect(officer.wave.askOpening(plan)).rejects.toThrow('checklist-incomplete')
  expect(await officer.programme.confirm({ ...points, basisProfiles: basisProfiles.version })).toMatchObject({
    checklist: { confirmedBy: 'officer', basisProfiles: 1 },
    lacking: [],
  })
  const deputy = await another('deputy@x.example')
  const { id } = await officer.wave.askOpening(plan)
  await expect(officer.wave.open(at)).rejects.toThrow('opening-needs-approval')
  await deputy.approval.decide({ id, approve: true })
  expect(await executive.wave.funnel(at)).toMatchObject({ frame: 40, invited: 30 })
  await expect(officer.wave.askOpening({ ...at, mode: 'census', closesOn: '2026-07-21' })).rejects.toThrow(
    'wave-exists',
  )
  expect(await executive.letters.counts()).toEqual({
    // 30 invitations, and the two letters about their approval.
    queued: 32,
    sent: 0,
    written: 0,
    failed: 0,
    suppressed: 0,
    bounced: 0,
    complained: 0,
  })
  pass(60 * 24 * 7)
  expect(await officer.wave.remindPreview(at)).toEqual({ counted: { kind: 'not-yet' }, atMost: null })
  expect(await officer.wave.remind(at)).toBeNull()
  const { store, clock } = services
  for (const letter of await store.outbox.claim(100, clock.now(), clock.now() + 60_000))
    await store.outbox.markSent(letter, '250 taken', clock.now())
  await countOpenWaves(surveyPorts(services))
  const hourly = { kind: 'hourly', asOf: clock.now() }
  expect(await officer.wave.remindPreview(at)).toEqual({ counted: hourly, atMost: 30 })
  expect(await executive.wave.funnel(at)).toMatchObject({ counted: hourly, invited: 30, delivered: 30, answered: null })
  const waitingCount = async () => (await store.outbox.claim(100, clock.now(), clock.now())).length
  expect(await officer.wave.remind(at)).toBeNull()
  expect(await waitingCount()).toBe(30)
  // The result does not reveal whether anyone was left to remind.
  expect(await officer.wave.remind(at)).toBeNull()
  const ends = { ...at, closesOn: null, reason: 'The answers are in.' }
  const proposal = await officer.wave.proposeClose(ends)
  expect(proposal).toMatchObject({ proposedBy: { name: 'officer' }, decided: null })
  const change = proposal.id
  await expect(officer.approval.decide({ id: change, approve: true })).rejects.toThrow('own-approval')
  await deputy.approval.decide({ id: change, approve: true })
  expect(await officer.wave.closeChanges(at)).toMatchObject([{ reason: ends.reason, decided: { approved: true } }])
  const { verdicts } = await executive.scorecard.forPeriod(at)
  expect(verdicts.find(({ goal }) => goal === 'customer-satisfaction')?.figures).toMatchObject({
    changedClose: { kind: 'early', sealedOn: '2026-07-21', closedOn: '2026-07-08', reason: ends.reason },
  })
  expect(await executive.wave.funnel(at)).toMatchObject({ frame: 40, invited: 30, answered: 0 })
  expect(await executive.wave.list()).toHaveLength(1)
})

test('an officer sees which letters did not arrive and why, also as a file; others do not', async () => {
  const { upload, officer, another, executive, services, send, join } = await openHalfYear()
  const at = { period: '2026-H1' }
  const page = { ...at, offset: 0, limit: 20 }
  await expect(officer.letters.undelivered(page)).rejects.toThrow('no-wave')
  await upload('travelers', travelers)
  const { basisProfiles } = await officer.programme.get()
  const stated = { noticeVersion: '6', assessedOn: '2026-05-01', backupDays: 30, personsAbroad: 0 }
  await officer.programme.chooseFolder({ chosen: true })
  await officer.programme.confirm({ ...stated, basisProfiles: basisProfiles.version })
  const { id } = await officer.wave.askOpening({ ...at, mode: 'census', closesOn: '2026-07-21' })
  await (await another('deputy@x.example')).approval.decide({ id, approve: true })
  expect(await officer.letters.undelivered(page)).toEqual({ total: 0, byPolicy: 0, letters: [] })
  const now = services.clock.now()
  const letters = await services.store.outbox.claim(40, now, now + 60_000)
  const [failed, deferred] = letters.filter(({ letter }) => letter.kind === 'survey-invitation')
  if (!failed || !deferred) throw new Error('too few letters')
  await services.store.outbox.markFailed(failed, '550 =unknown, here', now + 1)
  await services.store.outbox.markDeferred(deferred, '451 busy', now, now + 60_000)
  const numbers = [failed, deferred].map(({ to }) => to.replace(/^t(\d+)@.*$/, 'C$1'))
  expect(await officer.letters.undelivered(page)).toMatchObject({
    total: 2,
    letters: [
      { customerNumber: numbers[0], kind: 'invitation', state: 'failed', reply: '550 =unknown, here' },
      { customerNumber: numbers[1], kind: 'invitation', state: 'deferred', reply: '451 busy' },
    ],
  })
  expect((await officer.letters.undelivered({ ...page, offset: 1, limit: 1 })).letters).toMatchObject([
    { customerNumber: numbers[1] },
  ])
  await expect(executive.letters.undelivered(page)).rejects.toThrow('FORBIDDEN')

  const file = async (role: 'officer' | 'auditor') => {
    const { cookie } = await join(role, `${role}-with-file@x.example`)
    return send('/export/undelivered.csv?period=2026-H1', { headers: { cookie } })
  }
  const lines = (await (await file('officer')).text()).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain(`${numbers[0]},`)
  expect(lines[1]).toContain('"550 =unknown, here"')
  expect((await file('auditor')).status).toBe(403)
  expect((await send('/export/undelivered.csv?period=2026-H1')).status).toBe(401)
})

test('a goal opens to its records for an officer, and to units of five or more for an executive', async () => {
  const { upload, officer, executive } = await openHalfYear()
  expect(await upload('staff-roles', staff)).toMatchObject({ ok: true, report: { added: 9 } })
  const goalInput = { goal: 'staff-training', period: '2026-H1' } as const
  const rows = await officer.scorecard.goal(goalInput)
  expect(rows.missing[0]?.rows).toHaveLength(9)
  expect(rows.missing[0]?.rows[0]).toMatchObject({ key: 'E6', label: 'finance', why: 'no-records' })
  const units = await executive.scorecard.goal(goalInput)
  // The three of finance could be found by subtraction, so they are grouped with the guides.
  expect(units.missing[0]?.rows).toEqual([{ unit: '', people: 9 }])
  expect(units.verdict).toEqual(rows.verdict)
  expect(units.trend.map(({ period }) => period)).toEqual(['2026-H1'])
  const scorecard = await executive.scorecard.forPeriod({ period: '2026-H1' })
  expect(scorecard.verdicts.find(({ goal }) => goal === 'staff-training')).toEqual(units.verdict)
  expect(await executive.scorecard.periods()).toMatchObject({ latest: '2026-H1' })
})

test('an executive sees that fewer than five are missing, but no unit', async () => {
  const { upload, officer, executive } = await openHalfYear()
  const four = staff.split('\n').slice(0, 5).join('\n')
  expect(await upload('staff-roles', four)).toMatchObject({ ok: true, report: { added: 4 } })
  const goalInput = { goal: 'staff-training', period: '2026-H1' } as const
  expect((await executive.scorecard.goal(goalInput)).missing[0]).toMatchObject({ rows: [], tooFew: true })
  expect((await officer.scorecard.goal(goalInput)).missing[0]).toMatchObject({ rows: { length: 4 }, tooFew: false })
})

test('a summary goes to every executive and owner once, and again when it has changed', async () => {
  const { officer, executive, services, join } = await openHalfYear()
  const at = { period: '2026-H1' }
  const organisation = {
    nameZh: '远行',
    nameEn: 'Farway',
    contactEmail: 'privacy@x.example',
    programmeStart: '2025-01-01',
  }
  await officer.organisation.save({ ...organisation, baselineYear: null })
  expect(await executive.organisation.get()).toMatchObject({ ...organisation, sample: false })
  expect(await officer.summary.send(at)).toEqual({ letters: 2, already: null })
  const already = { at: services.clock.now(), people: 2 }
  expect(await officer.summary.send(at)).toEqual({ letters: 0, already })
  // A new executive gets the same summary as the others.
  await join('procurement')
  expect(await officer.summary.send(at)).toEqual({ letters: 1, already })
  const text = { 'zh-CN': '告知更短', en: 'Shorter notices' }
  await officer.improvement.choose({ ...at, text, owner: 'customer-service' })
  expect((await executive.improvement.list(at)).map(({ text, chosenBy }) => [text, chosenBy])).toEqual([
    [text, 'officer'],
  ])
  const preview = await executive.summary.preview(at)
  expect(preview).toMatchObject({ improvements: [text] })
  expect(preview.ways.map(({ goal, lacking }) => [goal, lacking]).at(3)).toEqual(['customer-satisfaction', 'no-wave'])
  expect(await officer.summary.send(at)).toEqual({ letters: 3, already: null })
  const [{ id = '' } = {}] = await officer.improvement.list(at)
  await officer.improvement.withdraw({ id })
  await expect(officer.improvement.withdraw({ id })).rejects.toThrow('improvement-unknown')
  expect(await executive.summary.preview(at)).toMatchObject({ improvements: [] })
  const goal = { ...at, goal: 'customer-satisfaction' } as const
  expect(await executive.scorecard.goal(goal)).toMatchObject({
    improvements: [],
    withdrawn: [{ id, text }],
    waves: [
      { period: '2025-H2', change: null },
      { period: '2025-H1', change: null },
    ],
  })
})

test('an officer sends a test letter to himself only, in each language of the survey', async () => {
  const { officer, services } = await openHalfYear()
  const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'privacy@x.example' }
  await officer.organisation.save({ ...organisation, programmeStart: '2025-01-01', baselineYear: null })
  for (const kind of ['survey-invitation', 'survey-last-reminder'] as const)
    expect(await officer.wave.testLetter({ period: '2026-H1', kind, closesOn: '2026-07-21' })).toEqual({
      sent: ['en'],
    })
  const otherLetter = { period: '2026-H1', kind: 'survey-reminder', locale: 'zh-CN', closesOn: '2026-07-21' } as const
  expect(await officer.wave.testLetter(otherLetter)).toEqual({ sent: ['zh-CN'] })
  expect(await officer.wave.testLetter({ ...otherLetter, locale: 'fr' })).toEqual({ sent: [] })
  const act = { by: { id: 'x', name: 'x' }, at: 1 }
  await services.store.languages.save({ tag: 'fr', seen: 0 }, { name: 'Français', sentences: {} }, act)
  await services.store.languages.setActive({ tag: 'fr', seen: 1 }, true, act)
  expect(await officer.wave.testLetter({ ...otherLetter, locale: 'fr' })).toEqual({ sent: ['fr'] })
  const now = services.clock.now()
  const letters = await services.store.outbox.claim(10, now, now + 60_000)
  expect(letters.map(({ to, letter }) => [to, letter.kind, letter.locale]).sort()).toEqual([
    ['officer@x.example', 'survey-invitation', 'en'],
    ['officer@x.example', 'survey-last-reminder', 'en'],
    ['officer@x.example', 'survey-reminder', 'fr'],
    ['officer@x.example', 'survey-reminder', 'zh-CN'],
  ])
  for (const { letter } of letters) expect(letter.data).toMatchObject({ test: true, smallestGroup: 5 })
})

test('the program is planned within its limits, and a wave that did not open is skipped once', async () => {
  const { officer, executive, services } = await openHalfYear()
  const { programme } = await executive.programme.get()
  const { runs: _, runsSince, ...plan } = programme
  expect(runsSince).toBeNull()
  await expect(officer.programme.save({ runs: true, plan: { ...plan, lastReminderDays: 7 } })).rejects.toThrow(
    'reminders-too-close',
  )
  await expect(officer.programme.save({ runs: true, plan: { ...plan, mode: 'sample' } })).rejects.toThrow(
    'sample-size-invalid',
  )
  const sampled = { ...plan, mode: 'stratified', sampleSize: 400 } as const
  await expect(officer.programme.save({ runs: true, plan: { ...sampled, mode: 'census' } })).rejects.toThrow(
    'sample-size-invalid',
  )
  for (const invalidPlan of [{ sampleSize: 0 }, { sampleSize: 10_000_001 }, { daysOpen: 91 }, { letterLimit: 4 }])
    await expect(officer.programme.save({ runs: true, plan: { ...sampled, ...invalidPlan } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  await officer.programme.save({ runs: false, plan: sampled })
  expect((await executive.programme.get()).programme).toMatchObject(sampled)
  await officer.programme.save({ runs: true, plan: { ...plan, localHolidays: ['2027-01-04'] } })
  expect((await executive.programme.get()).programme.runsSince).toBe(services.clock.now())
  // 2027 has a holiday on a Friday, a weekend, and a free Monday of the organization; no official calendar is known
  // yet.
  expect(await executive.programme.get()).toMatchObject({
    next: { period: '2026-H2', at: Date.parse('2027-01-05T09:00:00+08:00'), arranged: false },
    questions: [],
  })
  const lateOpening = { period: '2026-H1', reason: 'late', dueAt: 1, askedAt: 2 } as const
  await services.store.survey.askAboutOpening(lateOpening)
  await services.store.survey.askAboutOpening({ ...lateOpening, reason: 'no-questionnaire' })
  expect((await executive.programme.get()).questions).toEqual([{ ...lateOpening, leftOutAt: null }])
  expect(await officer.programme.leaveOut({ period: '2026-H1' })).toBeNull()
  await expect(officer.programme.leaveOut({ period: '2026-H1' })).rejects.toThrow('not-asked')
  expect((await executive.programme.get()).questions).toEqual([])
})

test('after set-up, no one alone changes the first day of the program or the baseline year', async () => {
  const { officer, another, executive } = await openHalfYear()
  const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'privacy@x.example', baselineYear: 2024 }
  const organisationInput = { ...organisation, programmeStart: '2025-01-01' }
  await officer.organisation.save(organisationInput)
  for (const day of ['2024-12-31', '2026-06-30'])
    await expect(officer.organisation.save({ ...organisationInput, programmeStart: day })).rejects.toThrow(
      'programme-start-stands',
    )
  await expect(officer.organisation.save({ ...organisationInput, baselineYear: 2023 })).rejects.toThrow(
    'baseline-takes-two',
  )
  expect(await officer.organisation.save({ ...organisationInput, nameEn: 'Far Away' })).toEqual({ waits: true })
  expect(await executive.organisation.get()).toMatchObject(organisationInput)
  const deputy = await another('deputy@x.example')
  await deputy.approval.decide({ id: (await deputy.approval.list()).waiting[0]?.id ?? '', approve: true })
  expect(await executive.organisation.get()).toMatchObject({ ...organisationInput, nameEn: 'Far Away' })
})

test('an organization has a name in at least one language', async () => {
  const { officer, executive } = await openHalfYear()
  const organisationInput = { contactEmail: 'privacy@x.example', baselineYear: null, programmeStart: '2025-01-01' }
  await expect(officer.organisation.save({ ...organisationInput, nameZh: ' ', nameEn: '' })).rejects.toThrow(
    'organisation-unnamed',
  )
  await officer.organisation.save({ ...organisationInput, nameZh: '', nameEn: 'Far Away' })
  expect(await executive.organisation.get()).toMatchObject({ nameZh: '', nameEn: 'Far Away' })
  expect(await officer.organisation.save({ ...organisationInput, nameZh: '远行', nameEn: '' })).toEqual({ waits: true })
  const [asked] = (await officer.approval.list()).others
  expect(asked?.differences).toEqual([
    { field: 'name-zh', before: '', after: '远行' },
    { field: 'name-en', before: 'Far Away', after: '' },
  ])
})
