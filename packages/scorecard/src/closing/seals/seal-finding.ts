import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { SampleFault } from '../../sample/sample-seal.ts'
import type { TracedFigure } from '../../sample/traced-figure.ts'
import type { SealPart } from './seal.ts'

/** Reasons why a seal is invalid. `messages` has a sentence for each. */
export type SealFault =
  | 'seal-missing'
  | 'out-of-order'
  | 'statement-altered'
  | `${SealPart}-altered`
  | 'rule-changed'
  | 'register-altered'
  | 'tallies-altered'
  | 'pages-altered'
  | 'proofs-altered'
  | 'samples-altered'
  | 'missing-rows-altered'

/**
 * State of a sealed register. Only `altered` is a fault. `changed-since`: a sealed figure would come out differently today;
 * `added-to`: changed, but every sealed figure would come out the same.
 */
export type RegisterState = 'unchanged' | 'added-to' | 'changed-since' | 'deleted-on-schedule' | 'altered'

export interface RegisterFinding {
  readonly register: string
  readonly state: RegisterState
  /** Rows deleted since, with proof. */
  readonly deleted: number
}

export interface SealFinding {
  readonly number: number
  /** Null if the seal is missing and its period unknown. */
  readonly period: PeriodKey | null
  readonly version: number | null
  /** In print format; null if the seal is missing. */
  readonly code: string | null
  readonly faults: readonly SealFault[]
  readonly registers: readonly RegisterFinding[]
}

/** The seal or sealed sample with a code typed from paper; null if none has it. */
export interface OnPaper {
  readonly code: string
  readonly number: number | null
  readonly sample: number | null
}

export interface SampleFinding {
  /** Number among the sealed samples, from 1. */
  readonly number: number
  /** Null if the sample is missing. */
  readonly of: { readonly period: PeriodKey; readonly figure: TracedFigure; readonly code: string } | null
  readonly faults: readonly SampleFault[]
}

export interface SealVerification {
  readonly holds: boolean
  readonly seals: readonly SealFinding[]
  /** The auditors' sealed samples. */
  readonly samples: readonly SampleFinding[]
  /** Result for a code typed from paper; null if none was given. */
  readonly paper: OnPaper | null
}
