import { TRPCError } from '@trpc/server'
import type { UserRole } from '@wayproof/accounts/accounts/person'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { travelerTable } from '@wayproof/survey/travelers/traveler-table'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { procedures } from '../testing/procedures.ts'
import { createContextInner } from '../trpc/context.ts'
import { FaultError } from '../trpc/fault-to-trpc.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const MINUTES_A_DAY = 24 * 60

/** Procedures that are refused while the clock is not trusted. */
const TIMED = [
  'question.carryOut',
  'wave.open',
  'wave.remind',
  'wave.resume',
  'letters.sendAgain',
  'approval.decide',
  'period.freeze',
  'period.close',
  'summary.send',
  'edition.approve',
  'edition.release',
  'edition.sendAgain',
  'sample.seal',
  'backup.releaseLetters',
]

/** Changes that can be undone or do not depend on the time. */
const AT_ANY_TIME = [
  'edition.saveSettings',
  'sampleData.load',
  'sampleData.remove',
  'question.answer',
  'backup.dropLetters',
  'question.confirmClock',
  'wave.testLetter',
  'approval.withdraw',
  'wave.askOpening',
  'programme.askOpening',
  'wave.pause',
  'wave.proposeClose',
  'comment.saveCode',
  'comment.code',
  'comment.removeCode',
  'apiKey.make',
  'apiKey.revoke',
  'emptyMonth.confirm',
  'emptyMonth.withdraw',
  'register.undoImport',
  'register.saveMapping',
  'registerRow.write',
  'registerRow.correct',
  'registerRow.saveView',
  'registerRow.renameView',
  'registerRow.removeView',
  'registerRow.withdrawEvidence',
  'improvement.choose',
  'improvement.withdraw',
  'passwordReset.ask',
  'passwordReset.use',
  'secondFactor.require',
  'secondFactor.askReset',
  'auditLog.verify',
  'service.testHook',
  'profile.save',
  'profile.saveDigestHour',
  'profile.endSession',
  'profile.endOtherSessions',
  'people.invite',
  'people.revoke',
  'people.changeRole',
  'people.endSessions',
  'people.accept',
  'language.check',
  'language.save',
  'language.testLetter',
  'language.setActive',
  'questionnaire.start',
  'questionnaire.save',
  'questionnaire.restore',
  'questionnaire.testLetter',
  'questionnaire.propose',
  'questionnaire.discard',
  'programme.save',
  'programme.confirm',
  'programme.chooseFolder',
  'programme.testMail',
  'programme.leaveOut',
  'period.takeBack',
  'period.sign',
  'period.reopen',
  'period.leave',
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
  'rules.propose',
  'rules.proposeRow',
  'report.publish',
  'report.withdraw',
  'sample.draw',
  'sample.record',
  'brand.setColor',
  'brand.setLogo',
  'organisation.save',
  'organisation.correctStart',
  'privacy.erase',
  'privacy.suppress',
  'policy.check',
  'policy.addText',
  'rights.answer',
  'rights.close',
  'rights.closeFlood',
  'rights.reopenFlood',
  'rights.extend',
  'rights.record',
  'rights.correct',
  'whistle.write',
  'whistle.step',
  'whistle.concern',
  'whistle.close',
  'whistle.closeFlood',
  'whistle.reopenFlood',
]

const mutations = procedures.filter(({ type }) => type === 'mutation').map(({ path }) => path)

/** An app with a traveler, so that the acts have an effect. */
async function openAppInUse() {
  const app = await openApp()
  const { services } = app
  const cells = {
    customerNumber: 'C1',
    email: 't@traveler.example',
    locale: 'en',
    tripType: 'group',
    channel: 'app',
    region: 'east',
    lastTrip: '2026-05',
    adult: true,
    residence: 'CN',
    basis: 'consent',
    basisWording: '6',
    basisNamesSurveys: true,
    basisSource: 'booking',
    basisDate: '2024-01-01',
  }
  const table = travelerTable([{ rowNumber: 2, cells }], 'd')
  const travelers = await importTravelers(surveyPorts(services), { table, fileName: 't.csv', by: 'x', dryRun: false })
  expect(travelers).toMatchObject({ ok: true })
  const callerAs = (role: UserRole) =>
    appRouter.createCaller(
      createContextInner(services, { user: { id: role, name: 'Lin', email: 'a@x.example', role, locale: 'en' } }),
    )
  return { ...app, callerAs }
}

type Caller = ReturnType<typeof appRouter.createCaller>

async function faultOf(caller: Caller, path: string, input?: unknown): Promise<string | null> {
  const [area = '', name = ''] = path.split('.')
  const call = Reflect.get(Reflect.get(caller, area), name) as (input?: unknown) => Promise<unknown>
  const error = await call(input).catch((cause: unknown) => cause)
  return error instanceof TRPCError && error.cause instanceof FaultError ? error.cause.fault.code : null
}

test('every change is listed as needing a trusted clock or not', () => {
  expect([...TIMED, ...AT_ANY_TIME].toSorted()).toEqual(mutations.toSorted())
})

test('while the clock is in doubt, only acts that a wrong clock would spoil permanently are refused', async () => {
  const { callerAs, setWrong } = await openAppInUse()
  const refusedNow = async () => {
    const refusals: string[] = []
    for (const path of mutations) {
      const role = path === 'sample.seal' ? 'auditor' : 'officer'
      if ((await faultOf(callerAs(role), path)) === 'clock-in-doubt') refusals.push(path)
    }
    return refusals.toSorted()
  }
  expect(await refusedNow()).toEqual([])
  for (const days of [14 * 30, -1]) {
    setWrong(days * MINUTES_A_DAY)
    expect(await refusedNow()).toEqual(TIMED.toSorted())
    setWrong(0)
    expect(await refusedNow()).toEqual([])
  }
})

test('an officer confirms the displayed time twice, and work goes on', async () => {
  const { callerAs, setWrong, pass, services } = await openAppInUse()
  const officer = callerAs('officer')
  setWrong(30 * MINUTES_A_DAY)
  expect(await faultOf(officer, 'summary.send', { period: '2026-H1' })).toBe('clock-in-doubt')
  const { now, open } = await officer.question.list()
  expect(open).toMatchObject([{ kind: 'clock', data: { doubt: 'jumped-ahead' }, answer: null }])
  const id = open[0]?.id ?? ''
  expect(await faultOf(officer, 'question.carryOut', { id })).toBe('clock-in-doubt')

  await officer.question.answer({ id, answer: 'wrong' })
  expect((await officer.question.list()).open).toMatchObject([{ answer: { answer: 'wrong', by: 'Lin' } }])
  expect(await faultOf(officer, 'summary.send', { period: '2026-H1' })).toBe('clock-in-doubt')

  const confirmClock = (shown: number, again: number) => faultOf(officer, 'question.confirmClock', { id, shown, again })
  expect(await confirmClock(now - 60 * 60_000, now)).toBe('clock-moved')
  expect(await confirmClock(now, now + 60 * 60_000)).toBe('clock-moved')
  setWrong(60 * MINUTES_A_DAY)
  expect(await confirmClock(now, now)).toBe('clock-moved')
  setWrong(30 * MINUTES_A_DAY)
  pass(1)
  expect(await confirmClock(now, now + 30_000)).toBe(null)
  expect(await confirmClock(now, now)).toBe('question-settled')
  expect(await officer.question.list()).toMatchObject({
    open: [],
    settled: [{ kind: 'clock', answer: { answer: 'right', by: 'Lin' } }],
  })
  expect(await faultOf(officer, 'summary.send', { period: '2026-H1' })).not.toBe('clock-in-doubt')
  expect(await services.clockGuard.check()).toBe(true)
})

test('missed reminders are mailed once, or skipped, and a question is answered only once', async () => {
  const { callerAs, services } = await openAppInUse()
  const officer = callerAs('officer')
  const { questions } = services.store
  const at = services.clock.now()
  const missedReminder = (month: string) =>
    ({ kind: 'late-reminder', data: { period: '2025-H2', month, dueAt: at } }) as const
  for (const month of ['2026-01', '2026-01', '2026-02']) await questions.ask(missedReminder(month), at)
  await questions.ask({ kind: 'bytes-left', data: { day: '2026-06-30' } }, at)
  const [bytes, first, second, ...otherBytes] = (await officer.question.list()).open
  expect(otherBytes).toEqual([])
  expect(await faultOf(officer, 'question.answer', { id: first?.id, answer: 'seen' })).toBe('answer-unfit')
  expect(await officer.question.carryOut({ id: first?.id ?? '' })).toBeNull()
  expect(await faultOf(officer, 'question.carryOut', { id: first?.id })).toBe('question-settled')
  await officer.question.answer({ id: second?.id ?? '', answer: 'leave-out' })
  expect(await faultOf(officer, 'question.carryOut', { id: bytes?.id })).toBe('answer-unfit')
  await officer.question.answer({ id: bytes?.id ?? '', answer: 'seen' })
  const { open, settled } = await officer.question.list()
  expect(open).toMatchObject([{ kind: 'bytes-left', answer: { answer: 'seen' } }])
  expect(settled.map(({ kind, answer }) => [kind, answer?.answer]).toSorted()).toEqual([
    ['late-reminder', 'do-it'],
    ['late-reminder', 'leave-out'],
  ])
})
