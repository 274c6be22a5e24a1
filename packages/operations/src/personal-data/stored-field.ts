import { RETENTION_DAYS, type RetentionRule } from '@wayproof/journal/deletion-proofs/retention-days'

/** The purpose for which a field is stored. */
export type Purpose =
  | 'invite'
  | 'measure'
  | 'let-finish-later'
  | 'let-change-answer'
  | 'deliver'
  | 'never-mail-again'
  | 'sign-in'
  | 'limit-guessing'
  | 'prove-training'
  | 'be-reachable'
  | 'know-who-decided'
  | 'answer-request'
  | 'check-identity'
  | 'prove-answer'
  | 'answer-report'
  | 'prove-follow-up'
  | 'prove-basis'

/** Consent, law and staff matters are legal bases of PIPL Article 13; an organization may use another one. */
export type LegalBasis = 'consent' | 'legal-obligation' | 'staff-management'

/** The event that ends the storage, if no number of days does. */
export type StorageEnd = 'unlinking' | 'sending' | 'account-removal' | 'replacement' | 'letters-end' | 'programme-end'

export type StoragePeriod = { readonly after: RetentionRule; readonly days: number } | { readonly until: StorageEnd }

export const after = (rule: RetentionRule): StoragePeriod => ({ after: rule, days: RETENTION_DAYS[rule] })
export const until = (end: StorageEnd): StoragePeriod => ({ until: end })

export const storedFields = <const Table extends string, const Column extends string>(
  table: Table,
  columns: readonly Column[],
  purpose: Purpose,
  basis: LegalBasis,
  period: StoragePeriod,
) => columns.map((column) => ({ table, column, purpose, basis, kept: period }))
