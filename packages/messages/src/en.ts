import { closing } from './en/closing/closing.ts'
import { editions } from './en/closing/editions.ts'
import { report } from './en/closing/report.ts'
import { anonymity } from './en/commands/anonymity.ts'
import { backups } from './en/commands/backups.ts'
import { commands } from './en/commands/commands.ts'
import { databaseFaults } from './en/commands/database-faults.ts'
import { deploymentCheck } from './en/commands/deployment-check.ts'
import { doctor } from './en/commands/doctor.ts'
import { lostKey } from './en/commands/lost-key.ts'
import { move } from './en/commands/move.ts'
import { recovery } from './en/commands/recovery.ts'
import { rehearsal } from './en/commands/rehearsal.ts'
import { rotation } from './en/commands/rotation.ts'
import { scheduler } from './en/commands/scheduler.ts'
import { settings } from './en/commands/settings.ts'
import { status } from './en/commands/status.ts'
import { tallies } from './en/commands/tallies.ts'
import { upgrade } from './en/commands/upgrade.ts'
import { api } from './en/dashboard/api.ts'
import { deadlines } from './en/dashboard/deadlines.ts'
import { privacy } from './en/dashboard/privacy.ts'
import { reporting } from './en/dashboard/reporting.ts'
import { goalChanges } from './en/letters/goal-changes.ts'
import { hook } from './en/letters/hook.ts'
import { letters } from './en/letters/letters.ts'
import { registers } from './en/registers/registers.ts'
import { rights } from './en/requests/rights.ts'
import { whistleBlowing } from './en/requests/whistle-blowing.ts'
import { bridge } from './en/scorecard/bridge.ts'
import { goals } from './en/scorecard/goals.ts'
import { scorecard } from './en/scorecard/scorecard.ts'
import { accessibility } from './en/survey/accessibility.ts'
import { dataNotice } from './en/survey/data-notice.ts'
import { methodReport } from './en/survey/method-report.ts'
import { questionnaires } from './en/survey/questionnaires.ts'
import { questions } from './en/survey/questions.ts'
import { survey } from './en/survey/survey.ts'

/** Every English sentence. Each area is a file of `en/`; `zh-CN.ts` must have the same ones. */
export const en = {
  anonymity,
  api,
  backups,
  bridge,
  closing,
  commands,
  accessibility,
  dataNotice,
  deadlines,
  databaseFaults,
  methodReport,
  move,
  editions,
  goalChanges,
  goals,
  hook,
  letters,
  privacy,
  questionnaires,
  questions,
  deploymentCheck,
  doctor,
  rehearsal,
  status,
  upgrade,
  lostKey,
  recovery,
  registers,
  report,
  reporting,
  rights,
  rotation,
  scheduler,
  scorecard,
  settings,
  survey,
  tallies,
  whistleBlowing,
}

export type Messages = typeof en
