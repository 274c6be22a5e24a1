import { judgeCustomerSatisfaction } from '../customer-satisfaction.ts'
import { openExact } from '../exact.ts'
import { judgeIncidentReduction } from '../incident-reduction.ts'
import { judgePartnerAudit } from '../partner-audit.ts'
import { judgePolicyPublication } from '../policy-publication.ts'
import { judgeStaffTraining } from '../staff-training.ts'

// The judges with what they give opened, to hold its digits against the formulas.

export const judgedSatisfaction = (...of: Parameters<typeof judgeCustomerSatisfaction>) =>
  openExact(judgeCustomerSatisfaction(...of))

export const judgedIncidents = (...of: Parameters<typeof judgeIncidentReduction>) =>
  openExact(judgeIncidentReduction(...of))

export const judgedPartners = (...of: Parameters<typeof judgePartnerAudit>) => openExact(judgePartnerAudit(...of))

export const judgedPublication = (...of: Parameters<typeof judgePolicyPublication>) =>
  openExact(judgePolicyPublication(...of))

export const judgedTraining = (...of: Parameters<typeof judgeStaffTraining>) => openExact(judgeStaffTraining(...of))
