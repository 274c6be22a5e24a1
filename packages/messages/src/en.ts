import { anonymity } from './en/anonymity.ts'
import { api } from './en/api.ts'
import { backups } from './en/backups.ts'
import { closing } from './en/closing.ts'
import { commands } from './en/commands.ts'
import { dataNotice } from './en/data-notice.ts'
import { databaseFaults } from './en/database-faults.ts'
import { dossier } from './en/dossier.ts'
import { editions } from './en/editions.ts'
import { goals } from './en/goals.ts'
import { letters } from './en/letters.ts'
import { privacy } from './en/privacy.ts'
import { questionnaires } from './en/questionnaires.ts'
import { questions } from './en/questions.ts'
import { recovery } from './en/recovery.ts'
import { registers } from './en/registers.ts'
import { report } from './en/report.ts'
import { reporting } from './en/reporting.ts'
import { rights } from './en/rights.ts'
import { scheduler } from './en/scheduler.ts'
import { scorecard } from './en/scorecard.ts'
import { settings } from './en/settings.ts'
import { survey } from './en/survey.ts'
import { tallies } from './en/tallies.ts'
import { whistleBlowing } from './en/whistle-blowing.ts'

/** Every sentence a person reads, in English. Each area is a file of `en/`; `zh-CN.ts` must hold the same. */
export const en = {
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

export type Messages = typeof en
