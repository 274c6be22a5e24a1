import { openExact } from '../exact.ts'
import { judgeCustomerSatisfaction } from '../goals/customer-satisfaction.ts'
import { judgeIncidentReduction } from '../goals/incident-reduction.ts'
import { judgePartnerAudit } from '../goals/partner-audit.ts'
import { judgePolicyPublication } from '../goals/policy-publication.ts'
import { judgeStaffTraining } from '../goals/staff-training.ts'

// Judges whose results are opened, for comparing their digits with the formulas.

export const judgedSatisfaction = (...of: Parameters<typeof judgeCustomerSatisfaction>) =>
  openExact(judgeCustomerSatisfaction(...of))

export const judgedIncidents = (...of: Parameters<typeof judgeIncidentReduction>) =>
  openExact(judgeIncidentReduction(...of))

export const judgedPartners = (...of: Parameters<typeof judgePartnerAudit>) => openExact(judgePartnerAudit(...of))

export const judgedPublication = (...of: Parameters<typeof judgePolicyPublication>) =>
  openExact(judgePolicyPublication(...of))

export const judgedTraining = (...of: Parameters<typeof judgeStaffTraining>) => openExact(judgeStaffTraining(...of))
