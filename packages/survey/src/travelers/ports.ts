import type { CalendarDate, Id, Instant } from '@wayproof/kernel'
import type { FrameCounts, FrameOf } from '../sampling/sampling-frame.ts'
import type { ClashingRows } from './clashing-row.ts'
import type { Erasure, ErasureOf } from './erasure.ts'
import type { FoundTrait, FoundValues } from './found-traits.ts'
import type { SuppressionReason } from './suppression.ts'
import type { Traveler } from './traveler.ts'

/** A traveler of a file, with the row that says so. */
export interface NumberedTraveler {
  readonly rowNumber: number
  readonly traveler: Traveler
}

/** Travelers on the way into the register, apart from it until all are taken in at once. */
export interface TravelerStaging {
  /** Seals the addresses and stages the rows, a few chunks at a time: what fails here may be thrown by a later call. */
  add(travelers: readonly NumberedTraveler[]): Promise<void>
  /** Rows whose customer number an earlier one has. */
  repeated(): Promise<ClashingRows>
  /** All or nothing, by customer number, and one traveler a mailbox. */
  takeIn(file: TravelerImport): Promise<TravelerImportCounts>
  /** Forgets what was staged. Always called last. */
  discard(): Promise<void>
}

export interface TravelerImport {
  readonly id: Id
  readonly fileName: string
  /** SHA-256 of the file, in hex. */
  readonly digest: string
  readonly by: string
  /** Whether an outside system sent them under a key, whose name is then in `by`. */
  readonly byKey?: boolean
  readonly at: Instant
  /** The organisation's day. */
  readonly day: CalendarDate
  readonly rowCount: number
  /** Counts and checks, and keeps nothing. */
  readonly dryRun: boolean
}

export interface TravelerImportCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Imported, but never invited. */
  readonly notAdult: number
  /** Imported, but never invited: without a legal basis that suffices. */
  readonly noBasis: number
  /** Left out: the address was erased. In none of the other counts. */
  readonly erased: number
  /** Left out of the file or the register: another traveler has the mailbox. In none of the other counts. */
  readonly sameAddress: number
  /** A dry run has these: the groups that the file would make. */
  readonly found?: Readonly<Record<FoundTrait, FoundValues>>
}

/** The register of travelers, kept. Every write is on disk when its promise resolves. */
export interface TravelerStore {
  /** The first `told` of the rows that clash are reported. */
  stageTravelers(told: number): TravelerStaging
  /** How many are in the register. */
  registeredTravelers(): Promise<number>
  /** Counts of those whose last trip lies in the months. */
  countFrame(frame: FrameOf): Promise<FrameCounts>
  /**
   * Suppresses an address for good, whether or not a traveler has it, and says whether one has. An objection takes the place
   * of a bounce.
   */
  suppressAddress(emailKey: Uint8Array, reason: SuppressionReason, at: Instant): Promise<boolean>
  /** Whether an address gets no letters since somebody said so, or was erased; one that only bounced may still say so. */
  wantsNoLetters(emailKey: Uint8Array): Promise<boolean>
  /** Deletes a traveler everywhere and suppresses the address as `erased`. Null where the number is nobody's. */
  eraseTraveler(erasure: ErasureOf): Promise<Erasure | null>
}
