import type { CalendarDate, Id, Instant } from '@wayproof/kernel'
import type { Nearness } from './policy-match.ts'

/** Why a page could not be read; then a person has to look. */
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

/** What a fetch of a page showed: the record an auditor can follow. */
export interface PageProof {
  readonly id: Id
  readonly surfaceId: string
  readonly language: string
  readonly at: Instant
  /** The organisation's day of `at`. */
  readonly checkedOn: CalendarDate
  readonly outcome: ProofOutcome
  readonly url: string
  /** The numeric address that was checked and connected to; null when none was. */
  readonly connectedTo: string | null
  readonly status: number | null
  readonly contentType: string | null
  /** Where a redirect pointed; it is not followed. */
  readonly redirectedTo: string | null
  /** Bytes of the page, and their SHA-256 in hexadecimal. */
  readonly size: number | null
  readonly digest: string | null
  /** The approved version found. */
  readonly version: string | null
  /** Present for a page with another text. */
  readonly nearest: Nearness | null
}
