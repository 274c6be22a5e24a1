import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Nearness } from './policy-match.ts'

/** Reasons why a page is unreadable; a person then has to check it. */
export const UNREAD = [
  'address-refused',
  'address-unknown',
  'unreachable',
  'certificate-invalid',
  'timed-out',
  'cut-off',
  'redirected',
  'bad-status',
  'too-large',
  'not-html',
  'unreadable-encoding',
  'too-complex',
  'too-little-text',
] as const

export type Unread = (typeof UNREAD)[number]
export type ProofOutcome = 'found' | 'other-text' | Unread

/** Record of a page fetch for auditors. */
export interface PageProof {
  readonly id: Id
  readonly surfaceId: string
  readonly language: string
  readonly at: Instant
  /** Day of `at` in the organization's time zone. */
  readonly checkedOn: CalendarDate
  readonly outcome: ProofOutcome
  readonly url: string
  /** The checked IP address of the connection; null if there was none. */
  readonly connectedTo: string | null
  readonly status: number | null
  readonly contentType: string | null
  /** Target of a redirect, which is not followed. */
  readonly redirectedTo: string | null
  /** Size of the page in bytes, and its SHA-256 in hexadecimal. */
  readonly size: number | null
  readonly digest: string | null
  /** The approved version that the page shows. */
  readonly version: string | null
  /** Present if the page shows another text. */
  readonly nearest: Nearness | null
}
