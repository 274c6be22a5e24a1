import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

/**
 * Changes that one person asks for and another one approves, with the days for which they wait.
 * A change of a closing date ends with its wave, and an opening with the days on which its half-year can be opened.
 */
export const APPROVAL_DAYS = {
  'rule-change': 60,
  questionnaire: 60,
  language: 30,
  'closing-date': 30,
  appointment: 30,
  'role-loss': 30,
  'second-factor-reset': 7,
  'second-factor-rule': 30,
  organization: 30,
  'policy-text': 30,
  'wave-opening': 14,
  'automatic-opening': 60,
  'smallest-wave': 30,
} as const satisfies Readonly<Record<string, number>>

export type ApprovalKind = keyof typeof APPROVAL_DAYS

export const APPROVAL_KINDS = Object.keys(APPROVAL_DAYS) as [ApprovalKind, ...ApprovalKind[]]

export type ApprovalState = 'pending' | 'approved' | 'declined' | 'withdrawn' | 'expired'

/** A value that changes, before and after, as text; null if there is none. */
export interface Difference {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

export interface ApprovalPerson {
  readonly id: Id
  readonly name: string
}

/** A change that waits for a second person, or its decision. A decided one is never changed. */
export interface Approval {
  readonly id: Id
  readonly kind: ApprovalKind
  /** The record that changes; at most one approval of a kind and a subject is pending. */
  readonly subject: string
  readonly differences: readonly Difference[]
  /** Data that carry the change out, as its kind wrote them. */
  readonly details: unknown
  readonly reason: string | null
  readonly proposedBy: ApprovalPerson
  readonly proposedAt: Instant
  /** From then on nobody can approve it. */
  readonly expiresAt: Instant
  readonly state: ApprovalState
  /** Null while pending. `by` is null for an expired one. */
  readonly decided: { readonly by: ApprovalPerson | null; readonly at: Instant } | null
}

/** A new approval; `mailbox` is the keyed hash of the proposer's mailbox. */
export type NewApproval = Omit<Approval, 'state' | 'decided'> & { readonly mailbox: Uint8Array }

export const isPending = ({ state, expiresAt }: Pick<Approval, 'state' | 'expiresAt'>, now: Instant): boolean =>
  state === 'pending' && now < expiresAt
