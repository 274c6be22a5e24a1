import type { Messages } from './en.ts'
import { closing } from './zh-CN/closing/closing.ts'
import { editions } from './zh-CN/closing/editions.ts'
import { report } from './zh-CN/closing/report.ts'
import { anonymity } from './zh-CN/commands/anonymity.ts'
import { backups } from './zh-CN/commands/backups.ts'
import { commands } from './zh-CN/commands/commands.ts'
import { databaseFaults } from './zh-CN/commands/database-faults.ts'
import { deploymentCheck } from './zh-CN/commands/deployment-check.ts'
import { doctor } from './zh-CN/commands/doctor.ts'
import { lostKey } from './zh-CN/commands/lost-key.ts'
import { move } from './zh-CN/commands/move.ts'
import { recovery } from './zh-CN/commands/recovery.ts'
import { rehearsal } from './zh-CN/commands/rehearsal.ts'
import { rotation } from './zh-CN/commands/rotation.ts'
import { scheduler } from './zh-CN/commands/scheduler.ts'
import { settings } from './zh-CN/commands/settings.ts'
import { status } from './zh-CN/commands/status.ts'
import { tallies } from './zh-CN/commands/tallies.ts'
import { upgrade } from './zh-CN/commands/upgrade.ts'
import { api } from './zh-CN/dashboard/api.ts'
import { deadlines } from './zh-CN/dashboard/deadlines.ts'
import { privacy } from './zh-CN/dashboard/privacy.ts'
import { reporting } from './zh-CN/dashboard/reporting.ts'
import { goalChanges } from './zh-CN/letters/goal-changes.ts'
import { hook } from './zh-CN/letters/hook.ts'
import { letters } from './zh-CN/letters/letters.ts'
import { registers } from './zh-CN/registers/registers.ts'
import { rights } from './zh-CN/requests/rights.ts'
import { whistleBlowing } from './zh-CN/requests/whistle-blowing.ts'
import { bridge } from './zh-CN/scorecard/bridge.ts'
import { goals } from './zh-CN/scorecard/goals.ts'
import { scorecard } from './zh-CN/scorecard/scorecard.ts'
import { accessibility } from './zh-CN/survey/accessibility.ts'
import { dataNotice } from './zh-CN/survey/data-notice.ts'
import { methodReport } from './zh-CN/survey/method-report.ts'
import { questionnaires } from './zh-CN/survey/questionnaires.ts'
import { questions } from './zh-CN/survey/questions.ts'
import { survey } from './zh-CN/survey/survey.ts'

/** Every Chinese sentence. */
export const zhCN: Messages = {
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
