import type { CalendarDate, Id, Instant, LocalText } from '@wayproof/kernel'
import type { GoalId, Owner } from '../../goals/goal.ts'
import type { Remedy } from '../remedies/remedy.ts'
import type { SealedMissing } from './missing-rows-seal.ts'

// What the parts of a seal say, beside the figures, which are the scorecard itself, and the definitions.

/** What the figures were counted from, as digests: no row of a register, and nothing that leads back to one. */
export interface Evidence {
  /** SHA-256 over the rows of each register in the order of their keys. */
  readonly registers: readonly { readonly register: string; readonly rows: number; readonly digest: string }[]
  /** The files that were imported, oldest first. */
  readonly files: readonly {
    readonly id: Id
    readonly register: string
    readonly rows: number
    readonly digest: string
  }[]
  /** The number of the last change of a row in the history; 0 before the first. */
  readonly lastChange: number
  /** What the watcher saw on published pages. */
  readonly pages: PagesEvidence
  /** The tallies of the half-year's wave; null where there was none. */
  readonly wave: WaveEvidence | null
  /** The proofs of deletion so far: the number and digest of the last one. */
  readonly deletions: { readonly number: number; readonly digest: string }
  /** The sealed samples so far: the number and head of the last one. */
  readonly samples: { readonly number: number; readonly head: string }
  /** The rows that kept goals from their targets, a list each. Absent: sealed by a version that knew none. */
  readonly missing?: readonly SealedMissing[]
}

export interface PagesEvidence {
  /** The number of the last proof; 0 before the first. They are numbered as they are kept. */
  readonly lastProof: number
  readonly proofs: { readonly rows: number; readonly digest: string }
  /** The approved texts that these proofs found. */
  readonly texts: { readonly rows: number; readonly digest: string }
}

export interface WaveEvidence {
  readonly digest: string
  readonly counters: number
  readonly answered: number
  readonly questionnaire: string
  readonly ruleVersion: string
  /** Which groups were merged at opening, JSON. */
  readonly mergeMap: string
}

/** What is done because of the figures. */
export interface SealedActions {
  readonly improvements: readonly { readonly id: Id; readonly text: LocalText; readonly owner: string }[]
  readonly remedies: readonly Remedy[]
}

export interface Signed {
  readonly id: Id
  readonly name: string
  readonly at: Instant
}

/** The people behind a seal, and what each of them signed. */
export interface Signatures {
  readonly frozen: Signed
  readonly goals: readonly (Signed & { readonly goal: GoalId; readonly owner: Owner })[]
  readonly closed: Signed
  /** Null for the first version. */
  readonly reopened: Signed | null
}

/** What a reader is told of the seal of a scorecard. */
export interface SealStamp {
  readonly number: number
  readonly version: number
  readonly code: string
  /** The day on which its figures were counted. Absent: in letters that waited since 0.1.0. */
  readonly frozenOn?: CalendarDate
  readonly sealedOn: CalendarDate
  /** How many different people signed or closed. */
  readonly people: number
  readonly reason: string | null
}
