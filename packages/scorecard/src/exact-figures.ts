// What `replay` counts on the operator's own files, to all digits. Nothing else of the product may import it.
export { judgeCustomerSatisfaction } from './customer-satisfaction.ts'
export { openExact } from './exact.ts'
export { judgeIncidentReduction } from './incident-reduction.ts'
export { judgePartnerAudit } from './partner-audit.ts'
export { judgePolicyPublication } from './policy-publication.ts'
export { judgeStaffTraining } from './staff-training.ts'
export { waveChange } from './wave-change.ts'
