import { type Person, ROLE_OF, type UserRole } from '@wayproof/accounts/accounts/person'
import type { ApprovalKind } from '@wayproof/accounts/approvals/approval'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { systemIds } from '@wayproof/kernel/system'
import { accentedLanguage } from '@wayproof/messages/testing/accented-language'
import { GOALS, OWNERS } from '@wayproof/scorecard/goals/goal'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { createContextInner, type Services } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'
import { openApp } from './open-app.ts'

const PERIOD = '2026-H1'
const TRAVELERS = [
  'customerNumber,email,locale,tripType,channel,region,lastTrip,adult,residence,basis,basisWording,basisNamesSurveys,basisNotice,basisSource,basisDate',
  ...Array.from(
    { length: 12 },
    (_, n) => `C${n},t${n}@x.example,zh-CN,group,app,east,2026-03,yes,CN,consent,6,yes,,app,2026-01-05`,
  ),
].join('\n')
const PARTNERS = 'id,name,service,processesPersonalData,onboarded,offboarded\nP1,Hotel One,hotel,yes,2020-01-01,\n'

type Caller = ReturnType<typeof appRouter.createCaller>

const plainCaller = (services: Services, user: Person): Caller =>
  appRouter.createCaller(createContextInner(services, { user }))

/** A running installation with a first officer, and other people who sign in. */
export async function openTwoPersonApp(callerOf = plainCaller) {
  const opened = await openApp()
  const { services, join, send } = opened
  const callerAs = (user: Person): Caller => callerOf(services, user)
  const first = await join('officer', 'lin.an@gmail.com')
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2026-01-01' }
  await services.store.organisation.save({ ...organisation, baselineYear: null, sample: false })
  const upload = async (register: string, body: string) => {
    const headers = { cookie: first.cookie, 'content-type': 'application/octet-stream' }
    const path = `/import/${register}?dryRun=false&fileName=${register}.csv`
    const answer = await (await send(path, { method: 'POST', body, headers })).json()
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  }
  /** Signs up with an invitation of the first officer, as users do. */
  const appointed = async (role: UserRole, email: string): Promise<Person> => {
    await callerAs(first.person).people.invite({ email, role, locale: 'en' })
    const open = await services.store.people.invitations(services.clock.now())
    const invitationId = open.find((invitation) => invitation.email === email)?.id ?? ''
    const account = { userId: systemIds.next(), accountId: systemIds.next(), name: email, passwordHash: 'none' }
    const user = await services.store.people.accept(
      { invitationId, ...account, email: null, locale: 'en' },
      services.clock.now(),
    )
    if (!user.ok) throw new Error(user.fault.code)
    return user.value
  }
  return { ...opened, callerAs, first: first.person, upload, appointed }
}

type TestApp = Awaited<ReturnType<typeof openTwoPersonApp>>

/** Begins an act that waits for a second person, who calls `decide`. */
export type TwoPersonAct = (
  testApp: TestApp,
  first: Person,
) => Promise<{ readonly role: UserRole; readonly decide: (second: Person) => Promise<unknown> }>

async function prepareWave({ callerAs, first, upload, services }: TestApp): Promise<void> {
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  await upload('travelers', TRAVELERS)
  const { basisProfiles } = await callerAs(first).programme.get()
  const points = { noticeVersion: '6', assessedOn: '2026-05-01', backupDays: 30, personsAbroad: 0 }
  await callerAs(first).programme.chooseFolder({ chosen: true })
  await callerAs(first).programme.confirm({ ...points, basisProfiles: basisProfiles.version })
}

async function openWave(testApp: TestApp): Promise<void> {
  await prepareWave(testApp)
  const { callerAs, first, join } = testApp
  const { id } = await callerAs(first).wave.askOpening({ period: PERIOD, mode: 'census', closesOn: '2026-07-21' })
  await callerAs((await join('officer', 'opener@x.example')).person).approval.decide({ id, approve: true })
}

const waveEnd =
  (closesOn: string | null): TwoPersonAct =>
  async (testApp, first) => {
    await openWave(testApp)
    const { id: change } = await testApp
      .callerAs(first)
      .wave.proposeClose({ period: PERIOD, closesOn, reason: 'the answers are in' })
    const decide = (second: Person) => testApp.callerAs(second).approval.decide({ id: change, approve: true })
    return { role: 'officer', decide }
  }

const decideChange = (testApp: TestApp, change: string, shouldConfirm: boolean) => ({
  role: 'human-resources' as const,
  decide: (second: Person) => testApp.callerAs(second).approval.decide({ id: change, approve: shouldConfirm }),
})

const setting =
  (shouldConfirm: boolean): TwoPersonAct =>
  async (testApp, first) => {
    const words = { reason: 'the board wants it', document: null, appliesFrom: '2026-H2' }
    const change = await testApp.callerAs(first).rules.propose({ setting: 'smallest-group', value: 8, ...words })
    return decideChange(testApp, change, shouldConfirm)
  }

const row =
  (kind: 'exclusion' | 'readmission'): TwoPersonAct =>
  async (testApp, first) => {
    await testApp.upload('partners', PARTNERS)
    const words = { reason: 'the contract ends', document: 'minutes 4', appliesFrom: '2026-H2' }
    const propose = (changeKind: 'exclusion' | 'readmission') =>
      testApp.callerAs(first).rules.proposeRow({ kind: changeKind, goal: 'partner-audit', row: 'P1', ...words })
    const out = await propose('exclusion')
    if (kind === 'exclusion') return decideChange(testApp, out, true)
    const otherPerson = (await testApp.join('human-resources', 'other-hr@x.example')).person
    await testApp.callerAs(otherPerson).approval.decide({ id: out, approve: true })
    return decideChange(testApp, await propose('readmission'), true)
  }

async function frozenAndSigned({ callerAs, first, join }: TestApp, actor: Person): Promise<string> {
  const period = PERIOD
  const freeze = await callerAs(actor).period.freeze({ period })
  for (const goal of GOALS) {
    const role = ROLE_OF[OWNERS[goal]]
    const owner = role === 'officer' ? first : (await join(role, `${role}-${freeze}@x.example`)).person
    await callerAs(owner).period.sign({ period, freeze, goal })
  }
  return freeze
}

async function ready({ callerAs, first }: TestApp): Promise<void> {
  const period = PERIOD
  const text = { 'zh-CN': '一', en: 'one' }
  await callerAs(first).improvement.choose({ period, text, owner: 'customer-service' })
  const { lacking } = await callerAs(first).period.closing({ period })
  const words = { note: 'late', action: 'a week sooner', effect: 'all', dueOn: '2026-12-31' }
  for (const { goal } of lacking) if (goal) await callerAs(first).period.decideRemedy({ period, goal, ...words })
}

const close: TwoPersonAct = async (testApp, first) => {
  await ready(testApp)
  const freeze = await frozenAndSigned(testApp, first)
  return { role: 'officer', decide: (second) => testApp.callerAs(second).period.close({ period: PERIOD, freeze }) }
}

/** Another officer froze what the first one reopened. */
const restate: TwoPersonAct = async (testApp, first) => {
  await ready(testApp)
  const otherPerson = (await testApp.join('officer', 'other-officer@x.example')).person
  await testApp.callerAs(otherPerson).period.close({ period: PERIOD, freeze: await frozenAndSigned(testApp, first) })
  await testApp.callerAs(first).period.reopen({ period: PERIOD, reason: 'late exams' })
  const freeze = await frozenAndSigned(testApp, otherPerson)
  return { role: 'officer', decide: (second) => testApp.callerAs(second).period.close({ period: PERIOD, freeze }) }
}

const appointment =
  (role: UserRole): TwoPersonAct =>
  async (testApp, first) => {
    await testApp.callerAs(first).people.invite({ email: 'new@x.example', role, locale: 'en' })
    const { waiting } = await testApp.callerAs(first).people.appointments()
    const id = waiting.find(({ email }) => email === 'new@x.example')?.id ?? ''
    return { role: 'officer', decide: (second) => testApp.callerAs(second).approval.decide({ id, approve: true }) }
  }

const changeOfRole =
  (role: UserRole): TwoPersonAct =>
  async (testApp, first) => {
    const { person } = await testApp.join('procurement', 'new@x.example')
    await testApp.callerAs(first).people.changeRole({ id: person.id, role })
    const id =
      (await testApp.callerAs(first).people.appointments()).waiting.find(({ email }) => email === person.email)?.id ??
      ''
    return { role: 'officer', decide: (second) => testApp.callerAs(second).approval.decide({ id, approve: true }) }
  }

/** A changed draft that waits to be published. */
const newVersion: TwoPersonAct = async (testApp, first) => {
  await publishQuestionnaire(surveyPorts(testApp.services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const { questionnaire } = testApp.callerAs(first)
  const { id } = await questionnaire.start({ from: null })
  const definition = JSON.stringify({ ...DEFAULT_QUESTIONNAIRE, estimatedMinutes: 4 })
  await questionnaire.save({ id, seen: 1, definition })
  await questionnaire.propose({ id, seen: 2 })
  return {
    role: 'officer',
    decide: (second) => testApp.callerAs(second).approval.decide({ id: `${id}-2`, approve: true }),
  }
}

const factorReset: TwoPersonAct = async (testApp, first) => {
  const { person } = await testApp.join('procurement', 'locked-out@x.example')
  const { user } = await testApp.services.store.authRecords()
  await user.update({ where: { id: person.id }, data: { twoFactorEnabled: true } })
  await testApp.callerAs(first).secondFactor.askReset({ id: person.id })
  const id = (await testApp.callerAs(first).secondFactor.resets())[0]?.id ?? ''
  return { role: 'officer', decide: (second) => testApp.callerAs(second).approval.decide({ id, approve: true }) }
}

/** Decides the one approval of a kind that waits. */
const approvalOf = async (
  { services, callerAs }: TestApp,
  kind: ApprovalKind,
): Promise<Pick<Awaited<ReturnType<TwoPersonAct>>, 'decide'>> => {
  const pending = await services.store.approvals.pending(services.clock.now())
  const id = pending.find((approval) => approval.kind === kind)?.id ?? ''
  const decide = async (second: Person) => {
    const { approval } = callerAs(second)
    const promises = (await approval.list()).waiting.find((each) => each.id === id)?.promises ?? []
    return approval.decide({ id, approve: true, confirmed: promises.map(({ field }) => field) })
  }
  return { decide }
}

const organization: TwoPersonAct = async (testApp, first) => {
  const { sample: _, ...saved } = (await testApp.services.store.organisation.get()) ?? { sample: false }
  const { organisation } = testApp.callerAs(first)
  await organisation.save({ ...(saved as Parameters<typeof organisation.save>[0]), contactEmail: 'new@x.example' })
  return { role: 'officer', ...(await approvalOf(testApp, 'organization')) }
}

const language: TwoPersonAct = async (testApp, first) => {
  const file = JSON.stringify(accentedLanguage('fr', 'Français'))
  const { language: languages } = testApp.callerAs(first)
  await languages.save({ file, seen: 0 })
  await languages.setActive({ tag: 'fr', seen: 1, isActive: true })
  return { role: 'officer', ...(await approvalOf(testApp, 'language')) }
}

const roleLoss: TwoPersonAct = async (testApp, first) => {
  const { person } = await testApp.join('officer', 'leaving@x.example')
  await testApp.callerAs(first).people.revoke({ id: person.id })
  return { role: 'executive', ...(await approvalOf(testApp, 'role-loss')) }
}

const factorRule: TwoPersonAct = async (testApp, first) => {
  const { secondFactor } = testApp.callerAs(first)
  await secondFactor.require({ role: 'executive', required: true })
  await secondFactor.require({ role: 'executive', required: false })
  return { role: 'officer', ...(await approvalOf(testApp, 'second-factor-rule')) }
}

const POLICY_VERSIONS = 'version,approvedOn,effectiveOn\n6.1,2026-05-01,\n'

const policyText: TwoPersonAct = async (testApp, first) => {
  await testApp.upload('policy-versions', POLICY_VERSIONS)
  await testApp
    .callerAs(first)
    .policy.addText({ version: '6.1', language: 'en', text: 'We keep it private. '.repeat(20) })
  return { role: 'officer', ...(await approvalOf(testApp, 'policy-text')) }
}

const opening: TwoPersonAct = async (testApp, first) => {
  await prepareWave(testApp)
  await testApp.callerAs(first).wave.askOpening({ period: PERIOD, mode: 'census', closesOn: '2026-07-21' })
  return { role: 'officer', ...(await approvalOf(testApp, 'wave-opening')) }
}

const automaticOpening: TwoPersonAct = async (testApp, first) => {
  const { programme } = testApp.callerAs(first)
  const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
  await programme.save({ runs: true, plan })
  await programme.askOpening()
  return { role: 'officer', ...(await approvalOf(testApp, 'automatic-opening')) }
}

const smallestWave: TwoPersonAct = async (testApp, first) => {
  const { programme } = testApp.callerAs(first)
  const { runs, runsSince: _, ...plan } = (await programme.get()).programme
  await programme.save({ runs, plan: { ...plan, smallestWave: plan.smallestWave - 10 } })
  return { role: 'officer', ...(await approvalOf(testApp, 'smallest-wave')) }
}

/** All acts of two people in the product, by the kind of approval, or by the procedure of the second one. */
export const TWO_PERSON_ACTS: Readonly<Record<string, TwoPersonAct>> = {
  organization,
  language,
  'role-loss': roleLoss,
  'second-factor-rule': factorRule,
  'policy-text': policyText,
  'wave-opening': opening,
  'automatic-opening': automaticOpening,
  'smallest-wave': smallestWave,
  'closing-date: at once': waveEnd(null),
  'closing-date: earlier': waveEnd('2026-07-10'),
  'closing-date: later': waveEnd('2026-07-31'),
  questionnaire: newVersion,
  'rule-change: a setting confirmed': setting(true),
  'rule-change: a setting declined': setting(false),
  'rule-change: a row left out': row('exclusion'),
  'rule-change: a row taken in again': row('readmission'),
  'period.close: the first version': close,
  'period.close: a restatement': restate,
  'second-factor-reset': factorReset,
  'appointment: an officer': appointment('officer'),
  'appointment: a case handler': appointment('case-handler'),
  'appointment: a change of role to officer': changeOfRole('officer'),
  'appointment: a change of role to case handler': changeOfRole('case-handler'),
}
