import { TRPCError } from '@trpc/server'
import type { Person, UserRole } from '@wayproof/accounts/accounts/person'
import { APPROVAL_KINDS } from '@wayproof/accounts/approvals/approval'
import { expect, test } from 'vitest'
import { procedures } from '../testing/procedures.ts'
import { openTwoPersonApp, TWO_PERSON_ACTS } from '../testing/two-person-acts.ts'
import { FaultError } from '../trpc/fault-to-trpc.ts'

const faultOf = async (call: Promise<unknown>): Promise<string | null> => {
  const error = await call.then(
    () => null,
    (cause: unknown) => cause,
  )
  if (error === null) return null
  if (error instanceof TRPCError && error.cause instanceof FaultError) return error.cause.fault.code
  throw error
}

// Every procedure that changes something, and whether one person may call it. A new one without a decision fails
// the build.
const ALONE =
  /^(apiKey|backup|brand|comment|edition|emptyMonth|improvement|organisation|passwordReset|policy|privacy|profile|programme|question|register|registerRow|report|rights|sample|sampleData|summary|whistle)\./
const TWO = ['approval.decide', 'period.close']
/** They begin or withdraw acts of two people, or sign for a goal in one. */
const PART = [
  'wave.proposeClose',
  'questionnaire.propose',
  'secondFactor.askReset',
  'rules.propose',
  'rules.proposeRow',
  'approval.withdraw',
  'wave.askOpening',
  'period.freeze',
  'period.takeBack',
  'period.sign',
  'period.reopen',
  'period.leave',
]
const ONE = [
  ...['wave.open', 'wave.remind', 'wave.pause', 'wave.resume', 'wave.testLetter', 'letters.sendAgain'],
  ...[
    'language.check',
    'language.save',
    'language.testLetter',
    'language.setActive',
    'questionnaire.start',
    'questionnaire.save',
    'questionnaire.restore',
    'questionnaire.testLetter',
    'questionnaire.discard',
    'auditLog.verify',
    'service.testHook',
    'period.decideRemedy',
    'period.changeRemedy',
    'decision.decide',
    'action.agree',
    'action.change',
    'action.recordOutcome',
    'meeting.plan',
    'meeting.move',
    'meeting.cancel',
    'meeting.hold',
    'meeting.saveMinutes',
    'meeting.decide',
    'meeting.removeDecision',
    'meeting.finish',
    'people.invite',
    'people.revoke',
    'people.changeRole',
    'people.endSessions',
    'people.accept',
    'secondFactor.require',
  ],
]

test('every procedure is listed as open to one person or not', () => {
  const changing = procedures.filter(({ type, path }) => type === 'mutation' && !ALONE.test(path))
  expect(changing.map(({ path }) => path).toSorted()).toEqual([...TWO, ...PART, ...ONE].toSorted())
  const acts = Object.keys(TWO_PERSON_ACTS).map((name) => name.split(':')[0])
  expect([...new Set(acts)].toSorted()).toEqual([...APPROVAL_KINDS, 'period.close'].toSorted())
})

/** Other spellings of the first officer's mailbox, lin.an@gmail.com. */
const ALIASES = ['lin.an+2@gmail.com', 'linan@gmail.com', 'LIN.AN@GoogleMail.com', 'l.i.n.an+x@googlemail.com']

const cases = Object.entries(TWO_PERSON_ACTS)

test.each(cases)(
  '%s: refused alone or with an officer whom one appointed, possible with another person',
  async (_, act) => {
    const testApp = await openTwoPersonApp()
    const { role, decide } = await act(testApp, testApp.first)
    const refusalPattern = /^(own-|second-person-needed$)/
    expect(await faultOf(decide({ ...testApp.first, role }))).toMatch(refusalPattern)
    for (const email of ALIASES) {
      const alias: Person = { ...testApp.first, id: testApp.services.ids.next(), email: email.toLowerCase(), role }
      expect(await faultOf(decide(alias))).toMatch(refusalPattern)
    }
    if (role === 'officer') {
      const appointee = await testApp.appointed('officer', 'puppet@x.example')
      expect(await faultOf(decide(appointee))).toBe('appointment-unconfirmed')
    }
    const { person } = await testApp.join(role, 'second@x.example')
    expect(await faultOf(decide(person))).toBeNull()
  },
)

test('once another person has confirmed the appointment, the appointed officer counts as a second person', async () => {
  const testApp = await openTwoPersonApp()
  const { decide } = await TWO_PERSON_ACTS['closing-date: later']!(testApp, testApp.first)
  const appointee = await testApp.appointed('officer', 'puppet@x.example')
  expect(await faultOf(decide(appointee))).toBe('appointment-unconfirmed')
  const { person: other } = await testApp.join('officer', 'other@x.example')
  const { waiting } = await testApp.callerAs(other).approval.list()
  const id = waiting.find(({ kind }) => kind === 'appointment')?.id ?? ''
  await testApp.callerAs(other).approval.decide({ id, approve: true })
  expect(await faultOf(decide(appointee))).toBeNull()
})

test('an unconfirmed officer can neither begin nor withdraw anything that needs two people', async () => {
  const testApp = await openTwoPersonApp()
  const period = '2026-H1'
  const appointee = testApp.callerAs(await testApp.appointed('officer', 'puppet@x.example'))
  await TWO_PERSON_ACTS['period.close: the first version']!(testApp, testApp.first)
  const { freeze } = await appointee.period.closing({ period })
  const words = { reason: 'r', document: null, appliesFrom: '2026-H2' } as const
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    'wave.proposeClose': () => appointee.wave.proposeClose({ period, closesOn: null, reason: 'r' }),
    'questionnaire.propose': () => appointee.questionnaire.propose({ id: 'x', seen: 1 }),
    'rules.propose': () => appointee.rules.propose({ setting: 'smallest-group', value: 8, ...words }),
    'rules.proposeRow': () =>
      appointee.rules.proposeRow({ kind: 'exclusion', goal: 'partner-audit', row: 'P1', ...words }),
    'period.freeze': () => appointee.period.freeze({ period }),
    'period.takeBack': () => appointee.period.takeBack({ period, freeze: freeze?.id ?? '' }),
    'period.sign': () => appointee.period.sign({ period, freeze: freeze?.id ?? '', goal: 'policy-publication' }),
    'period.leave': () => appointee.period.leave({ period }),
  }
  for (const [name, call] of Object.entries(calls)) {
    expect([name, await faultOf(call())]).toEqual([name, 'appointment-unconfirmed'])
  }
})

const ROLES: readonly UserRole[] = ['executive', 'auditor']

test.each(ROLES)('if there is one officer, %s confirms, except with an officer’s mailbox', async (role) => {
  const testApp = await openTwoPersonApp()
  const { decide } = await TWO_PERSON_ACTS['appointment: an officer']!(testApp, testApp.first)
  for (const email of [...ALIASES, 'new+exec@x.example']) {
    const { person } = await testApp.join(role, email.toLowerCase())
    expect(await faultOf(decide(person))).toBe('own-approval')
  }
  const { person } = await testApp.join(role, 'chief@x.example')
  const view = await testApp.callerAs(person).people.appointments()
  expect(view).toMatchObject({ waiting: [{ email: 'new@x.example', mayConfirm: true }], history: [] })
  expect(await faultOf(decide(person))).toBeNull()
  expect(await faultOf(decide(person))).toBe('approval-decided')
  const { waiting, history } = await testApp.callerAs(testApp.first).people.appointments()
  expect([waiting, history]).toMatchObject([[], [{ appointedBy: 'officer', confirmed: { by: role } }]])
})

test('if there is a second officer, no one else confirms', async () => {
  const testApp = await openTwoPersonApp()
  const { decide } = await TWO_PERSON_ACTS['appointment: a case handler']!(testApp, testApp.first)
  const { person: second } = await testApp.join('officer', 'second@x.example')
  const { person: executive } = await testApp.join('executive')
  expect(await faultOf(decide(executive))).toBe('not-the-approver')
  expect(await faultOf(decide(second))).toBeNull()
})

test('until the appointment is confirmed, a case handler reads no report and the whistleblowing channel stays closed', async () => {
  const testApp = await openTwoPersonApp()
  const handler = await testApp.appointed('case-handler', 'handler@x.example')
  const open = () => testApp.services.store.reports.hasHandler()
  expect([await open(), await testApp.services.store.reports.handlerSince(handler.id)]).toEqual([false, null])
  const { person } = await testApp.join('executive')
  const [appointment] = (await testApp.callerAs(person).people.appointments()).waiting
  await testApp.callerAs(person).approval.decide({ id: appointment?.id ?? '', approve: true })
  expect(await open()).toBe(true)
  expect(await testApp.callerAs(handler).whistle.list()).toMatchObject({ open: [] })
})

test('a renewed invitation is an appointment of its own, and a revoked one is none', async () => {
  const testApp = await openTwoPersonApp()
  const { decide } = await TWO_PERSON_ACTS['appointment: an officer']!(testApp, testApp.first)
  const invitationInput = { email: 'new@x.example', role: 'officer', locale: 'en' } as const
  expect(await faultOf(testApp.callerAs(testApp.first).people.invite(invitationInput))).toBe('already-invited')
  const [replaced] = await testApp.callerAs(testApp.first).people.invitations()
  await testApp.callerAs(testApp.first).people.invite({ ...invitationInput, replaces: replaced?.id })
  const { person } = await testApp.join('executive')
  expect(await faultOf(decide(person))).toBe('approval-decided')
  const [appointment] = (await testApp.callerAs(testApp.first).people.appointments()).waiting
  await testApp.callerAs(testApp.first).people.revoke({ id: appointment?.id ?? '' })
  expect((await testApp.callerAs(testApp.first).people.appointments()).waiting).toEqual([])
})
