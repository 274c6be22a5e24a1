export {
  AUDIT_ACTS,
  AUDIT_LOG_DAYS,
  type AuditAct,
  type AuditDetails,
  type AuditEntry,
  type ChainedEntry,
} from './audit-log/audit-entry.ts'
export { CHAIN_START, type ChainPlace, placesAfter } from './audit-log/entry-chain.ts'
export type { AuditLogState, AuditLogStore, AuditQuery, FoundEntry, NewAuditEntry } from './audit-log/ports.ts'
export { type ChainFault, type ChainVerification, type StoredChain, verifyChain } from './audit-log/verify-chain.ts'
export {
  DEADLINE_KINDS,
  DEADLINE_ROLES,
  type Deadline,
  type DeadlineKind,
  type Due,
  type DutyRole,
  deadlineId,
} from './deadlines/deadline.ts'
export {
  ALERT_DAYS,
  ALERT_STEPS,
  type AlertStep,
  alertStep,
  byDue,
  dueDay,
  isLaterStep,
  isOverdue,
  type TimeLeft,
  timeLeft,
} from './deadlines/urgency.ts'
