export {
  AUDIT_ACTS,
  AUDIT_LOG_DAYS,
  type AuditAct,
  type AuditDetails,
  type AuditEntry,
  type ChainedEntry,
  type StoredEntry,
} from './audit-entry.ts'
export { CHAIN_START, type ChainPlace, placesAfter } from './entry-chain.ts'
export type {
  AuditFilter,
  AuditLogState,
  AuditLogStore,
  AuditQuery,
  FoundEntry,
  HiddenEntries,
  LoggedAct,
  NewAuditEntry,
} from './ports.ts'
export { type ChainFault, type ChainVerification, type StoredChain, verifyChain } from './verify-chain.ts'
