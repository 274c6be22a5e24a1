import type { SuppressionReason } from '@wayproof/journal/outbox/suppress-address'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { FrameCounts, FrameOf, FrameProvenance } from '../sampling/sampling-frame.ts'
import type { ClashingRows } from './clashing-row.ts'
import type { Erasure, ErasureOf } from './erasure.ts'
import type { FoundTrait, FoundValues } from './found-traits.ts'
import type { Traveler } from './traveler.ts'

/** A traveler from a file, with its row number. */
export interface NumberedTraveler {
  readonly rowNumber: number
  readonly traveler: Traveler
}

/** Staging area for an import, separate from the register until all rows are committed at once. */
export interface TravelerStaging {
  /** Encrypts the addresses and stages the rows a few chunks at a time; a failure may be thrown by a later call. */
  add(travelers: readonly NumberedTraveler[]): Promise<void>
  /** Rows that repeat the customer number of an earlier row. */
  repeated(): Promise<ClashingRows>
  /** Commits all or nothing, by customer number and with one traveler per mailbox. */
  takeIn(file: TravelerImport): Promise<TravelerImportCounts>
  /** Discards the staged rows. Always called last. */
  discard(): Promise<void>
}

export interface TravelerImport {
  readonly id: Id
  readonly fileName: string
  /** SHA-256 of the file, in hex. */
  readonly digest: string
  readonly by: string
  /** True if an external system sent them with an API key, whose name is in `by`. */
  readonly byKey?: boolean
  readonly at: Instant
  /** Day in the organization's time zone. */
  readonly day: CalendarDate
  readonly rowCount: number
  /** Counts and checks without writing. */
  readonly dryRun: boolean
}

export interface TravelerImportCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Imported, but never invited. */
  readonly notAdult: number
  /** Imported, but never invited, because the legal basis is insufficient. */
  readonly noBasis: number
  /** Excluded because the address was erased. In none of the other counts. */
  readonly erased: number
  /** Excluded from the file or the register because another traveler has the mailbox. In none of the other counts. */
  readonly sameAddress: number
  /** Only in a dry run: the groups that the file would create. */
  readonly found?: Readonly<Record<FoundTrait, FoundValues>>
}

/** Storage of the traveler register. Every write is on disk when its promise resolves. */
export interface TravelerStore {
  /** Reports at most `told` clashing rows. */
  stageTravelers(maxListedFaults: number): TravelerStaging
  /** Number of travelers in the register. */
  registeredTravelers(): Promise<number>
  /** Counts the travelers whose last trip lies in the months. */
  countFrame(frame: FrameOf): Promise<FrameCounts>
  frameProvenance(frame: FrameOf): Promise<FrameProvenance>
  /** Counts the eligible travelers of the frame by the language of their letters. */
  countEligibleByLanguage(frame: FrameOf): Promise<Readonly<Record<SurveyLanguage, number>>>
  /**
   * Suppresses an address permanently, whether or not a traveler has it; returns true if one has. An objection replaces
   * a bounce.
   */
  suppressAddress(emailKey: Uint8Array, reason: SuppressionReason, at: Instant): Promise<boolean>
  /**
   * True if the address was unsubscribed or erased. False if it only bounced, because its reader may still unsubscribe.
   */
  wantsNoLetters(emailKey: Uint8Array): Promise<boolean>
  /** True if the address has no letters only because of its unsubscribe link, which its reader may take back. */
  isUnsubscribed(emailKey: Uint8Array): Promise<boolean>
  /** Takes back an unsubscribe. An objection, a complaint, a bounce or an erasure stays. */
  undoUnsubscribe(emailKey: Uint8Array, at: Instant): Promise<void>
  /**
   * Deletes a traveler everywhere and suppresses the address as `erased`. Null if the customer number does not exist.
   */
  eraseTraveler(erasure: ErasureOf): Promise<Erasure | null>
}
