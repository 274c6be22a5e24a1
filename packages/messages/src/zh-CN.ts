import type { Messages } from './en.ts'
import { anonymity } from './zh-CN/anonymity.ts'
import { api } from './zh-CN/api.ts'
import { backups } from './zh-CN/backups.ts'
import { closing } from './zh-CN/closing.ts'
import { commands } from './zh-CN/commands.ts'
import { dataNotice } from './zh-CN/data-notice.ts'
import { databaseFaults } from './zh-CN/database-faults.ts'
import { dossier } from './zh-CN/dossier.ts'
import { editions } from './zh-CN/editions.ts'
import { goals } from './zh-CN/goals.ts'
import { letters } from './zh-CN/letters.ts'
import { privacy } from './zh-CN/privacy.ts'
import { questionnaires } from './zh-CN/questionnaires.ts'
import { questions } from './zh-CN/questions.ts'
import { recovery } from './zh-CN/recovery.ts'
import { registers } from './zh-CN/registers.ts'
import { report } from './zh-CN/report.ts'
import { reporting } from './zh-CN/reporting.ts'
import { rights } from './zh-CN/rights.ts'
import { scheduler } from './zh-CN/scheduler.ts'
import { scorecard } from './zh-CN/scorecard.ts'
import { settings } from './zh-CN/settings.ts'
import { survey } from './zh-CN/survey.ts'
import { tallies } from './zh-CN/tallies.ts'
import { whistleBlowing } from './zh-CN/whistle-blowing.ts'

/** Every sentence a person reads, in Chinese. */
export const zhCN: Messages = {
  anonymity,
  api,
  backups,
  closing,
  commands,
  dataNotice,
  databaseFaults,
  dossier,
  editions,
  goals,
  letters,
  privacy,
  questionnaires,
  questions,
  recovery,
  registers,
  report,
  reporting,
  rights,
  scheduler,
  scorecard,
  settings,
  survey,
  tallies,
  whistleBlowing,
}
