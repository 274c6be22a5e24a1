import { closing } from '../closing/closing-page.ts'
import { reports } from '../closing/reports.ts'
import { rules } from '../closing/rules.ts'
import { samples } from '../closing/samples.ts'
import { seals } from '../closing/seals.ts'
import { summaries } from '../closing/summaries.ts'
import { evidence } from '../registers/evidence.ts'
import { imports } from '../registers/imports.ts'
import { incidents } from '../registers/incidents.ts'
import { mapping } from '../registers/mapping.ts'
import { policies } from '../registers/policies.ts'
import { registers } from '../registers/registers-page.ts'
import { rowStates } from '../registers/row-states.ts'
import { rows } from '../registers/rows.ts'
import { sampleData } from '../registers/sample-data.ts'
import { byHand } from '../requests/by-hand.ts'
import { caseGroups } from '../requests/case-groups.ts'
import { caseRegisters } from '../requests/case-registers.ts'
import { floods } from '../requests/floods.ts'
import { requests } from '../requests/requests.ts'
import { breakdown } from '../scorecard/breakdown.ts'
import { drivers } from '../scorecard/drivers.ts'
import { goal } from '../scorecard/goal-page.ts'
import { goalPictures } from '../scorecard/goal-pictures.ts'
import { measures } from '../scorecard/measures.ts'
import { scorecard } from '../scorecard/scorecard-page.ts'
import { terms } from '../scorecard/terms.ts'
import { comments } from '../survey/comments.ts'
import { languages } from '../survey/languages-page.ts'
import { programme } from '../survey/programme.ts'
import { questionnaireItems } from '../survey/questionnaire-items.ts'
import { questionnaire } from '../survey/questionnaire-page.ts'
import { wavePages } from '../survey/wave-pages.ts'
import { waves } from '../survey/waves.ts'
import { account } from './account.ts'
import { actions } from './actions.ts'
import { approvals } from './approvals.ts'
import { auditLog } from './audit-log.ts'
import { backups } from './backups-page.ts'
import { decisions } from './decisions.ts'
import { fields } from './fields.ts'
import { firstRun } from './first-run.ts'
import { home } from './home.ts'
import { keys } from './keys.ts'
import { meetings } from './meetings.ts'
import { palette, shortcuts } from './palette.ts'
import { access, people } from './people.ts'
import { runs } from './runs.ts'
import { faults, shell } from './shell.ts'

export const reporting = {
  shell,
  palette,
  shortcuts,
  faults,
  closing,
  scorecard,
  rules,
  fields,
  firstRun,
  sampleData,
  goal,
  goalPictures,
  home,
  actions,
  approvals,
  auditLog,
  backups,
  breakdown,
  byHand,
  floods,
  caseGroups,
  caseRegisters,
  comments,
  decisions,
  drivers,
  terms,
  wavePages,
  waves,
  measures,
  policies,
  programme,
  languages,
  questionnaire,
  questionnaireItems,
  registers,
  rows,
  rowStates,
  runs,
  samples,
  imports,
  incidents,
  mapping,
  meetings,
  evidence,
  reports,
  requests,
  people,
  access,
  account,
  keys,
  seals,
  summaries,
}
