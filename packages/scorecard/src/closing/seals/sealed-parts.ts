import type { Owner } from '@wayproof/accounts/accounts/person'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { LocalText } from '@wayproof/kernel/people/locale'
import type { GoalId } from '../../goals/goal.ts'
import type { IndicatorValue } from '../../measures/indicator-value.ts'
import type { AgreedAction, Remedy } from '../remedies/remedy.ts'
import type { SealedMissing } from './missing-rows-seal.ts'

// Content of a seal's parts. The figures are the scorecard itself; the definitions are declared elsewhere.

/** Digests of the data behind the figures. They contain no register row and reveal none. */
export interface Evidence {
  /** SHA-256 over the rows of each register in key order. */
  readonly registers: readonly { readonly register: string; readonly rows: number; readonly digest: string }[]
  /** The imported files, oldest first. */
  readonly files: readonly {
    readonly id: Id
    readonly register: string
    readonly rows: number
    readonly digest: string
  }[]
  /** Number of the last row change in the history; 0 before the first. */
  readonly lastChange: number
  /** Proofs of the published policy pages. */
  readonly pages: PagesEvidence
  /** Tallies of the half-year's wave; null without a wave. */
  readonly wave: WaveEvidence | null
  /** Number and digest of the last proof of deletion. */
  readonly deletions: { readonly number: number; readonly digest: string }
  /** Number and head of the last sealed sample. */
  readonly samples: { readonly number: number; readonly head: string }
  /** The rows that goals lacked, one list each. Absent in seals of versions without such lists. */
  readonly missing?: readonly SealedMissing[]
  /** The published indicators. Absent in seals of versions that did not seal them. */
  readonly indicators?: readonly SealedIndicator[]
}

export interface SealedIndicator {
  readonly id: string
  readonly value: IndicatorValue
  /** Day of the latest entry in its evidence; null without any. */
  readonly lastOn: CalendarDate | null
}

export interface PagesEvidence {
  /** Number of the last proof; 0 before the first. Proofs are numbered in storage order. */
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
  /** Groups merged at opening, JSON. */
  readonly mergeMap: string
  /** Absent in seals of versions that did not seal it. */
  readonly asked?: AskedWave
}

/** How a wave asked, for the lines of method in the report. */
export interface AskedWave {
  /** The judged question and the points of its scale in order; null if the questionnaire has none. */
  readonly question: {
    readonly text: LocalText
    readonly points: readonly { readonly text: LocalText; readonly isSatisfied: boolean }[]
  } | null
  readonly openedAt: Instant
  readonly closesAt: Instant
  /** Travelers of the half-year in the register when the wave opened, and those of them who could be invited. */
  readonly travelers: number
  readonly eligible: number
}

/** Actions taken because of the figures. */
export interface SealedActions {
  readonly improvements: readonly { readonly id: Id; readonly text: LocalText; readonly owner: string }[]
  readonly remedies: readonly Remedy[]
  /** Absent in seals of versions without agreed actions. */
  readonly agreed?: readonly AgreedAction[]
}

export interface Signed {
  readonly id: Id
  readonly name: string
  readonly at: Instant
}

/** The people behind a seal, each with what they signed. */
export interface Signatures {
  readonly frozen: Signed
  readonly goals: readonly (Signed & { readonly goal: GoalId; readonly owner: Owner })[]
  readonly closed: Signed
  /** Null for the first version. */
  readonly reopened: Signed | null
}

/** Seal information shown with a scorecard. */
export interface SealStamp {
  readonly number: number
  readonly version: number
  readonly code: string
  /** Day on which the figures were counted. Absent in letters queued since 0.1.0. */
  readonly frozenOn?: CalendarDate
  readonly sealedOn: CalendarDate
  /** Number of different people who signed or closed. */
  readonly people: number
  readonly reason: string | null
}
