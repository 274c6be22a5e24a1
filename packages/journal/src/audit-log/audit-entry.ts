import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

/** Acts that the audit log records. */
export const AUDIT_ACTS = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'sessions-ended',
  'password-changed',
  'second-factor-set',
  'second-factor-removed',
  'invited',
  'invitation-withdrawn',
  'joined',
  'role-changed',
  'appointment-proposed',
  'appointment-confirmed',
  'appointment-withdrawn',
  'user-removed',
  'password-reset',
  'officer-recovery',
  'second-factor-reset-asked',
  'second-factor-reset',
  'key-made',
  'key-ended',
  'read-by-key',
  'approval-asked',
  'approval-approved',
  'approval-declined',
  'approval-withdrawn',
  'approval-expired',
  'setting-changed',
  'rule-proposed',
  'rule-decided',
  'rule-withdrawn',
  'imported',
  'import-undone',
  'row-corrected',
  'empty-month-confirmed',
  'empty-month-withdrawn',
  'evidence-attached',
  'evidence-withdrawn',
  'exported',
  'comments-read',
  'comments-coded',
  'case-read',
  'case-recorded',
  'case-corrected',
  'case-answered',
  'case-closed',
  'flood-closed',
  'flood-reopened',
  'report-read',
  'report-handled',
  'policy-check-ordered',
  'policy-text-added',
  'questionnaire-drafted',
  'questionnaire-restored',
  'questionnaire-proposed',
  'questionnaire-published',
  'questionnaire-discarded',
  'language-saved',
  'language-activated',
  'language-deactivated',
  'wave-opened',
  'wave-left-out',
  'wave-reminded',
  'wave-paused',
  'wave-resumed',
  'closing-day-proposed',
  'closing-day-decided',
  'wave-closed',
  'wave-key-lost',
  'wave-key-destroyed',
  'answers-recounted',
  'invitations-sent-again',
  'letters-released',
  'letters-canceled',
  'address-suppressed',
  'question-answered',
  'sample-drawn',
  'finding-recorded',
  'sample-sealed',
  'action-added',
  'action-changed',
  'action-withdrawn',
  'outcome-recorded',
  'meeting-planned',
  'meeting-changed',
  'meeting-cancelled',
  'meeting-held',
  'minutes-finished',
  'frozen',
  'freeze-taken-back',
  'signed',
  'closed',
  'reopened',
  'reopening-withdrawn',
  'published',
  'report-withdrawn',
  'edition-sent',
  'edition-sent-again',
  'executive-decided',
  'erased',
  'backed-up',
  'restore-proven',
  'restored',
  'move-begun',
  'key-rotated',
  'deployment-check-begun',
  'sample-data-loaded',
  'sample-data-removed',
  'entries-deleted',
] as const

export type AuditAct = (typeof AUDIT_ACTS)[number]

/** Codes and figures of an act, never a person's name, address or text. */
export type AuditDetails = Readonly<Record<string, string | number | boolean>>

/** An act, with its actor and moment. */
export interface AuditEntry {
  readonly at: Instant
  /** A user or an API key. Null: a stranger, a command on the server, or the product. */
  readonly actorId: Id | null
  readonly act: string
  /** The id or key that the act was about; empty if there is none. */
  readonly subject: string
  readonly details: AuditDetails
}

/** An entry as it is stored. The chain proves the text of its details, JSON. */
export interface StoredEntry extends Omit<AuditEntry, 'details'> {
  readonly details: string
}

/** An entry with its place in the chain, counted from 1. */
export interface ChainedEntry extends StoredEntry {
  readonly number: number
  readonly hash: string
}

/** Days for which an entry is stored. Three years are 1,095 or 1,096 days. */
export const AUDIT_LOG_DAYS = 1095
