// Full-precision figures for `replay` on the operator's own files. No other code of the product may import this.

export { openExact } from './exact.ts'
export { judgeCustomerSatisfaction } from './goals/customer-satisfaction.ts'
export { judgeIncidentReduction } from './goals/incident-reduction.ts'
export { judgePartnerAudit } from './goals/partner-audit.ts'
export { judgePolicyPublication } from './goals/policy-publication.ts'
export { judgeStaffTraining } from './goals/staff-training.ts'
