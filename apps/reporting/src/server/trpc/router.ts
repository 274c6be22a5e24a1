import { passwordResetRouter } from '../accounts/password-reset-router.ts'
import { peopleRouter } from '../accounts/people-router.ts'
import { profileRouter } from '../accounts/profile-router.ts'
import { secondFactorRouter } from '../accounts/second-factor-router.ts'
import { actionRouter } from '../actions/action-router.ts'
import { approvalRouter } from '../approvals/approval-router.ts'
import { auditLogRouter } from '../audit-log/audit-log-router.ts'
import { periodRouter } from '../closing/period-router.ts'
import { reportRouter } from '../closing/report-router.ts'
import { rulesRouter } from '../closing/rules-router.ts'
import { deadlineRouter } from '../deadlines/deadline-router.ts'
import { decisionRouter } from '../decisions/decision-router.ts'
import { editionRouter } from '../editions/edition-router.ts'
import { firstRunRouter } from '../first-run/first-run-router.ts'
import { languageRouter } from '../languages/language-router.ts'
import { liveRouter } from '../live/live-router.ts'
import { meetingRouter } from '../meetings/meeting-router.ts'
import { policyRouter } from '../policies/policy-router.ts'
import { privacyRouter } from '../privacy/privacy-router.ts'
import { questionnaireRouter } from '../questionnaires/questionnaire-router.ts'
import { questionRouter } from '../questions/question-router.ts'
import { emptyMonthRouter } from '../registers/empty-month-router.ts'
import { registerRouter } from '../registers/register-router.ts'
import { registerRowRouter } from '../registers/register-row-router.ts'
import { rightsRouter } from '../requests/rights-router.ts'
import { whistleRouter } from '../requests/whistle-router.ts'
import { sampleDataRouter } from '../sample-data/sample-data-router.ts'
import { sampleRouter } from '../samples/sample-router.ts'
import { breakdownRouter } from '../scorecard/breakdown-router.ts'
import { driverRouter } from '../scorecard/driver-router.ts'
import { improvementRouter } from '../scorecard/improvement-router.ts'
import { measureRouter } from '../scorecard/measure-router.ts'
import { scorecardRouter } from '../scorecard/scorecard-router.ts'
import { summaryRouter } from '../scorecard/summary-router.ts'
import { sealRouter } from '../seals/seal-router.ts'
import { serviceRouter } from '../services/service-router.ts'
import { apiKeyRouter } from '../settings/api-key-router.ts'
import { backupRouter } from '../settings/backup-router.ts'
import { brandRouter } from '../settings/brand-router.ts'
import { organisationRouter } from '../settings/organisation-router.ts'
import { sessionRouter } from '../sign-in/session-router.ts'
import { commentRouter } from '../survey/comment-router.ts'
import { lettersRouter } from '../survey/letters-router.ts'
import { methodReportRouter } from '../survey/method-report-router.ts'
import { programmeRouter } from '../survey/programme-router.ts'
import { waveRouter } from '../survey/wave-router.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  session: sessionRouter,
  firstRun: firstRunRouter,
  profile: profileRouter,
  passwordReset: passwordResetRouter,
  secondFactor: secondFactorRouter,
  question: questionRouter,
  service: serviceRouter,
  deadline: deadlineRouter,
  action: actionRouter,
  meeting: meetingRouter,
  scorecard: scorecardRouter,
  breakdown: breakdownRouter,
  wave: waveRouter,
  methodReport: methodReportRouter,
  comment: commentRouter,
  driver: driverRouter,
  programme: programmeRouter,
  questionnaire: questionnaireRouter,
  language: languageRouter,
  register: registerRouter,
  registerRow: registerRowRouter,
  emptyMonth: emptyMonthRouter,
  measure: measureRouter,
  policy: policyRouter,
  improvement: improvementRouter,
  summary: summaryRouter,
  edition: editionRouter,
  decision: decisionRouter,
  period: periodRouter,
  rules: rulesRouter,
  sample: sampleRouter,
  sampleData: sampleDataRouter,
  seal: sealRouter,
  report: reportRouter,
  people: peopleRouter,
  approval: approvalRouter,
  auditLog: auditLogRouter,
  organisation: organisationRouter,
  brand: brandRouter,
  letters: lettersRouter,
  backup: backupRouter,
  privacy: privacyRouter,
  rights: rightsRouter,
  whistle: whistleRouter,
  apiKey: apiKeyRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter
