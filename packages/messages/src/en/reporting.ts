import { account } from './reporting/account.ts'
import { backups } from './reporting/backups.ts'
import { breakdown } from './reporting/breakdown.ts'
import { byHand } from './reporting/by-hand.ts'
import { caseGroups } from './reporting/case-groups.ts'
import { caseRegisters } from './reporting/case-registers.ts'
import { closing } from './reporting/closing.ts'
import { comments } from './reporting/comments.ts'
import { drivers } from './reporting/drivers.ts'
import { evidence } from './reporting/evidence.ts'
import { fields } from './reporting/fields.ts'
import { goal } from './reporting/goal.ts'
import { imports } from './reporting/imports.ts'
import { incidents } from './reporting/incidents.ts'
import { keys } from './reporting/keys.ts'
import { mapping } from './reporting/mapping.ts'
import { measures } from './reporting/measures.ts'
import { access, people } from './reporting/people.ts'
import { policies } from './reporting/policies.ts'
import { programme } from './reporting/programme.ts'
import { registers } from './reporting/registers.ts'
import { reports } from './reporting/reports.ts'
import { requests } from './reporting/requests.ts'
import { rowStates } from './reporting/row-states.ts'
import { rows } from './reporting/rows.ts'
import { rules } from './reporting/rules.ts'
import { samples } from './reporting/samples.ts'
import { scorecard } from './reporting/scorecard.ts'
import { seals } from './reporting/seals.ts'
import { faults, shell } from './reporting/shell.ts'
import { summaries } from './reporting/summaries.ts'
import { waves } from './reporting/waves.ts'

export const reporting = {
  shell,
  faults,
  closing,
  scorecard,
  rules,
  fields,
  goal,
  backups,
  breakdown,
  byHand,
  caseGroups,
  caseRegisters,
  comments,
  drivers,
  waves,
  measures,
  policies,
  programme,
  registers,
  rows,
  rowStates,
  samples,
  imports,
  incidents,
  mapping,
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
