import { TRPCError } from '@trpc/server'
import { USER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { procedures } from '../testing/procedures.ts'
import { createContextInner } from './context.ts'
import { appRouter } from './router.ts'

// Every procedure with the roles that may call it. A missing one fails the build.
type Circle =
  | 'anyone'
  | 'members'
  | 'readers'
  | 'keepers'
  | 'owners'
  | 'auditors'
  | 'executives'
  | 'decision-readers'
  | 'verifiers'
  | 'confirmers'
  | 'officers'
  | 'managers'
  | 'appointments'
  | 'desk'
  | 'handlers'
const WHO: Readonly<Record<string, Circle>> = {
  'session.me': 'anyone',
  'session.scheduler': 'members',
  'firstRun.steps': 'officers',
  'secondFactor.state': 'members',
  'secondFactor.rules': 'officers',
  'secondFactor.require': 'officers',
  'secondFactor.askReset': 'officers',
  'secondFactor.resets': 'confirmers',
  'passwordReset.ask': 'anyone',
  'passwordReset.show': 'anyone',
  'passwordReset.use': 'anyone',
  'passwordReset.recoveries': 'confirmers',
  'profile.digestHour': 'members',
  'profile.saveDigestHour': 'members',
  'profile.save': 'members',
  'profile.sessions': 'members',
  'profile.endSession': 'members',
  'profile.endOtherSessions': 'members',
  'question.list': 'officers',
  'question.answer': 'officers',
  'question.carryOut': 'officers',
  'question.confirmClock': 'officers',
  'deadline.list': 'readers',
  'deadline.waiting': 'readers',
  'deadline.coming': 'readers',
  'action.list': 'readers',
  'action.findings': 'officers',
  'action.agree': 'officers',
  'action.change': 'officers',
  'action.recordOutcome': 'owners',
  'meeting.list': 'readers',
  'meeting.show': 'readers',
  'meeting.people': 'officers',
  'meeting.plan': 'officers',
  'meeting.move': 'officers',
  'meeting.cancel': 'officers',
  'meeting.hold': 'officers',
  'meeting.saveMinutes': 'officers',
  'meeting.decide': 'officers',
  'meeting.removeDecision': 'officers',
  'meeting.finish': 'officers',
  'scorecard.forPeriod': 'readers',
  'scorecard.goal': 'readers',
  'scorecard.training': 'readers',
  'scorecard.leaks': 'readers',
  'scorecard.audits': 'readers',
  'scorecard.periods': 'readers',
  'breakdown.answers': 'readers',
  'breakdown.satisfaction': 'readers',
  'wave.list': 'readers',
  'wave.funnel': 'readers',
  'wave.preview': 'officers',
  'wave.askOpening': 'officers',
  'wave.open': 'officers',
  'programme.askOpening': 'officers',
  'approval.list': 'members',
  'approval.decide': 'members',
  'approval.withdraw': 'members',
  'wave.remind': 'officers',
  'wave.pause': 'officers',
  'wave.resume': 'officers',
  'wave.closeChanges': 'officers',
  'wave.proposeClose': 'officers',
  'comment.summary': 'readers',
  'comment.list': 'officers',
  'comment.code': 'officers',
  'comment.saveCode': 'officers',
  'comment.removeCode': 'officers',
  'driver.analysis': 'readers',
  'methodReport.show': 'readers',
  'apiKey.list': 'managers',
  'apiKey.make': 'managers',
  'apiKey.revoke': 'managers',
  'emptyMonth.list': 'readers',
  'emptyMonth.confirm': 'keepers',
  'emptyMonth.withdraw': 'keepers',
  'register.list': 'readers',
  'register.history': 'readers',
  'register.undoImport': 'keepers',
  'register.saveMapping': 'keepers',
  'registerRow.page': 'readers',
  'registerRow.search': 'readers',
  'registerRow.show': 'readers',
  'registerRow.noticeClocks': 'readers',
  'registerRow.removed': 'keepers',
  'registerRow.write': 'keepers',
  'registerRow.correct': 'keepers',
  'registerRow.savedViews': 'keepers',
  'registerRow.saveView': 'keepers',
  'registerRow.renameView': 'keepers',
  'registerRow.removeView': 'keepers',
  'registerRow.withdrawEvidence': 'keepers',
  'improvement.list': 'readers',
  'improvement.choose': 'officers',
  'improvement.withdraw': 'officers',
  'summary.preview': 'readers',
  'summary.send': 'officers',
  'edition.list': 'readers',
  'edition.show': 'readers',
  'edition.preview': 'officers',
  'edition.approve': 'officers',
  'edition.release': 'officers',
  'edition.sendAgain': 'officers',
  'edition.settings': 'readers',
  'edition.saveSettings': 'officers',
  'edition.coming': 'readers',
  'edition.bouncing': 'officers',
  'decision.asked': 'decision-readers',
  'decision.decide': 'executives',
  'people.list': 'managers',
  'service.list': 'managers',
  'service.health': 'managers',
  'service.status': 'managers',
  'service.runsOn': 'managers',
  'service.testHook': 'managers',
  'auditLog.list': 'verifiers',
  'auditLog.latest': 'verifiers',
  'auditLog.actors': 'verifiers',
  'auditLog.state': 'verifiers',
  'auditLog.verify': 'verifiers',
  'people.log': 'managers',
  'people.invitations': 'managers',
  'people.invite': 'managers',
  'people.revoke': 'managers',
  'people.changeRole': 'managers',
  'people.endSessions': 'managers',
  'people.invitation': 'anyone',
  'people.appointments': 'appointments',
  'language.list': 'officers',
  'language.template': 'officers',
  'language.check': 'officers',
  'language.save': 'officers',
  'language.testLetter': 'officers',
  'language.setActive': 'officers',
  'questionnaire.versions': 'readers',
  'questionnaire.languages': 'readers',
  'questionnaire.definition': 'readers',
  'questionnaire.draft': 'officers',
  'questionnaire.start': 'officers',
  'questionnaire.save': 'officers',
  'questionnaire.propose': 'officers',
  'questionnaire.restore': 'officers',
  'questionnaire.testLetter': 'officers',
  'questionnaire.discard': 'officers',
  'programme.get': 'readers',
  'programme.save': 'officers',
  'programme.confirm': 'officers',
  'programme.mail': 'managers',
  'programme.chooseFolder': 'officers',
  'programme.testMail': 'managers',
  'programme.leaveOut': 'officers',
  'wave.remindPreview': 'officers',
  'wave.testLetter': 'officers',
  'period.closing': 'readers',
  'period.promised': 'readers',
  'period.sign': 'owners',
  'period.freeze': 'officers',
  'period.takeBack': 'officers',
  'period.close': 'officers',
  'period.reopen': 'officers',
  'period.leave': 'officers',
  'period.decideRemedy': 'officers',
  'period.changeRemedy': 'officers',
  'period.verify': 'verifiers',
  'rules.list': 'readers',
  'rules.propose': 'officers',
  'rules.findRows': 'officers',
  'rules.proposeRow': 'officers',
  'seal.check': 'anyone',
  'report.standing': 'readers',
  'report.publish': 'officers',
  'report.withdraw': 'officers',
  'sampleData.state': 'officers',
  'sampleData.load': 'officers',
  'sampleData.remove': 'officers',
  'sample.trace': 'readers',
  'sample.list': 'readers',
  'sample.show': 'readers',
  'sample.draw': 'auditors',
  'sample.record': 'auditors',
  'sample.seal': 'auditors',
  'people.accept': 'anyone',
  'brand.get': 'members',
  'brand.setColor': 'officers',
  'brand.setLogo': 'officers',
  'organisation.get': 'members',
  'organisation.save': 'officers',
  'organisation.start': 'readers',
  'organisation.startPreview': 'officers',
  'organisation.correctStart': 'officers',
  'letters.counts': 'readers',
  'letters.sendAgain': 'officers',
  'letters.undelivered': 'officers',
  'backup.state': 'managers',
  'backup.releaseLetters': 'officers',
  'backup.dropLetters': 'officers',
  'privacy.fields': 'readers',
  'privacy.proofs': 'readers',
  'privacy.erase': 'officers',
  'privacy.suppress': 'officers',
  'measure.list': 'readers',
  'measure.history': 'readers',
  'measure.cases': 'readers',
  'policy.pages': 'readers',
  'policy.proofs': 'readers',
  'policy.versions': 'readers',
  'policy.difference': 'readers',
  'policy.check': 'officers',
  'policy.addText': 'officers',
  'rights.list': 'desk',
  'rights.show': 'desk',
  'rights.answer': 'desk',
  'rights.close': 'desk',
  'rights.closeFlood': 'desk',
  'rights.reopenFlood': 'desk',
  'rights.extend': 'desk',
  'rights.form': 'desk',
  'rights.record': 'desk',
  'rights.correct': 'desk',
  'whistle.list': 'handlers',
  'whistle.show': 'handlers',
  'whistle.write': 'handlers',
  'whistle.step': 'handlers',
  'whistle.concern': 'handlers',
  'whistle.close': 'handlers',
  'whistle.closeFlood': 'handlers',
  'whistle.reopenFlood': 'handlers',
  'live.changes': 'members',
}

const OWNING = ['anyone', 'members', 'readers', 'keepers', 'owners']

const LET_IN: Readonly<Record<UserRole | 'nobody', readonly string[]>> = {
  nobody: ['anyone'],
  executive: ['anyone', 'members', 'readers', 'executives', 'decision-readers', 'confirmers', 'appointments'],
  auditor: ['anyone', 'members', 'readers', 'auditors', 'decision-readers', 'verifiers', 'confirmers', 'appointments'],
  'case-handler': ['anyone', 'members', 'readers', 'handlers'],
  'human-resources': OWNING,
  'it-security': OWNING,
  'customer-service': [...OWNING, 'desk'],
  procurement: OWNING,
  administrator: ['anyone', 'members', 'managers', 'appointments'],
  officer: [...OWNING, 'decision-readers', 'verifiers', 'confirmers', 'appointments', 'managers', 'officers', 'desk'],
}

const paths = procedures.map(({ path }) => path)

test('every procedure says who may call it', () => {
  expect(paths.toSorted()).toEqual(Object.keys(WHO).toSorted())
})

test.each(['nobody', ...USER_ROLES] as const)('%s may call the procedures of the table only', async (role) => {
  const { services } = await openApp()
  const user =
    role === 'nobody'
      ? null
      : ({ id: services.ids.next(), name: role, email: 'a@x.example', role, locale: 'en' } as const)
  const caller = appRouter.createCaller(createContextInner(services, { user }))
  const refusals: string[] = []
  for (const path of paths) {
    const [area = '', name = ''] = path.split('.')
    const call = Reflect.get(Reflect.get(caller, area), name) as (input?: unknown) => Promise<unknown>
    const error = await call(undefined).catch((cause: unknown) => cause)
    if (error instanceof TRPCError && error.code === (role === 'nobody' ? 'UNAUTHORIZED' : 'FORBIDDEN'))
      refusals.push(path)
  }
  expect(refusals).toEqual(paths.filter((path) => !LET_IN[role].includes(WHO[path] ?? '')))
})

test('only officers make changes, except for account managers, owners, auditors, executives, departments, case handlers and confirmers in their tasks, and everyone in the own account', () => {
  const changing = procedures.filter(
    ({ type, path }) => type === 'mutation' && !['officers', 'managers'].includes(WHO[path] ?? ''),
  )
  expect(
    changing
      .map(({ path }) => path)
      .filter((path) => !/^(profile\.|passwordReset\.|register|emptyMonth\.|rights\.|whistle\.)/.test(path)),
  ).toEqual([
    'action.recordOutcome',
    'decision.decide',
    'period.sign',
    'sample.draw',
    'sample.record',
    'sample.seal',
    'people.accept',
    'approval.decide',
    'approval.withdraw',
    'auditLog.verify',
  ])
})
