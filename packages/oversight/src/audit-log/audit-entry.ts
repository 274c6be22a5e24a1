import type { Id, Instant } from '@wayproof/kernel'

/** Acts that the audit log records. */
export const AUDIT_ACTS = [
  'signed-in',
  'sign-in-failed',
  'invited',
  'invitation-withdrawn',
  'joined',
  'role-changed',
  'appointment-confirmed',
  'user-removed',
  'password-reset',
  'second-factor-reset',
  'key-made',
  'key-ended',
  'setting-changed',
  'rule-proposed',
  'rule-decided',
  'imported',
  'import-undone',
  'row-corrected',
  'exported',
  'comments-read',
  'case-read',
  'report-read',
  'sample-drawn',
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
  'published',
  'report-withdrawn',
  'erased',
  'backed-up',
  'restored',
  'entries-deleted',
] as const

export type AuditAct = (typeof AUDIT_ACTS)[number]

/** Codes and figures of an act, never a person's name, address or text. */
export type AuditDetails = Readonly<Record<string, string | number | boolean>>

/** An act, with its actor and moment. */
export interface AuditEntry {
  readonly at: Instant
  /** Null: a stranger, an outside system, a command on the server, or the product. */
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
