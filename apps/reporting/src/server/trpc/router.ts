import { passwordResetRouter } from './accounts/password-reset-router.ts'
import { profileRouter } from './accounts/profile-router.ts'
import { secondFactorRouter } from './accounts/second-factor-router.ts'
import { apiKeyRouter } from './api-key-router.ts'
import { backupRouter } from './backup-router.ts'
import { breakdownRouter } from './breakdown-router.ts'
import { commentRouter } from './comment-router.ts'
import { dossierRouter } from './dossier-router.ts'
import { driverRouter } from './driver-router.ts'
import { editionRouter } from './editions/edition-router.ts'
import { improvementRouter } from './improvement-router.ts'
import { lettersRouter } from './letters-router.ts'
import { measureRouter } from './measure-router.ts'
import { organisationRouter } from './organisation-router.ts'
import { peopleRouter } from './people-router.ts'
import { periodRouter } from './period-router.ts'
import { policyRouter } from './policy-router.ts'
import { privacyRouter } from './privacy-router.ts'
import { programmeRouter } from './programme-router.ts'
import { questionRouter } from './questions/question-router.ts'
import { registerRouter } from './register-router.ts'
import { registerRowRouter } from './registers/register-row-router.ts'
import { reportRouter } from './report-router.ts'
import { rightsRouter } from './rights-router.ts'
import { rulesRouter } from './rules-router.ts'
import { sampleRouter } from './samples/sample-router.ts'
import { scorecardRouter } from './scorecard-router.ts'
import { sealRouter } from './seals/seal-router.ts'
import { sessionRouter } from './session-router.ts'
import { summaryRouter } from './summary-router.ts'
import { router } from './trpc.ts'
import { waveRouter } from './wave-router.ts'
import { whistleRouter } from './whistle-router.ts'

export const appRouter = router({
  session: sessionRouter,
  profile: profileRouter,
  passwordReset: passwordResetRouter,
  secondFactor: secondFactorRouter,
  question: questionRouter,
  scorecard: scorecardRouter,
  breakdown: breakdownRouter,
  wave: waveRouter,
  dossier: dossierRouter,
  comment: commentRouter,
  driver: driverRouter,
  programme: programmeRouter,
  register: registerRouter,
  registerRow: registerRowRouter,
  measure: measureRouter,
  policy: policyRouter,
  improvement: improvementRouter,
  summary: summaryRouter,
  edition: editionRouter,
  period: periodRouter,
  rules: rulesRouter,
  sample: sampleRouter,
  seal: sealRouter,
  report: reportRouter,
  people: peopleRouter,
  organisation: organisationRouter,
  letters: lettersRouter,
  backup: backupRouter,
  privacy: privacyRouter,
  rights: rightsRouter,
  whistle: whistleRouter,
  apiKey: apiKeyRouter,
})

export type AppRouter = typeof appRouter
