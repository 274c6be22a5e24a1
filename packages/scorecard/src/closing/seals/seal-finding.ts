import type { PeriodKey } from '@wayproof/kernel'
import type { SampleFault } from '../../sample/sample-seal.ts'
import type { TracedFigure } from '../../sample/traced-figure.ts'
import type { SealPart } from './seal.ts'

/** Why a seal does not hold. `messages` has a sentence for each. */
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

/** What became of a sealed register. Only `altered` has no good reason. */
export type RegisterState = 'unchanged' | 'changed-since' | 'deleted-on-schedule' | 'altered'

export interface RegisterFinding {
  readonly register: string
  readonly state: RegisterState
  /** Rows deleted since, with their proof. */
  readonly deleted: number
}

export interface SealFinding {
  readonly number: number
  /** Null where the seal is gone and nothing tells. */
  readonly period: PeriodKey | null
  readonly version: number | null
  /** As printed; null where the seal is gone. */
  readonly code: string | null
  readonly faults: readonly SealFault[]
  readonly registers: readonly RegisterFinding[]
}

/** The seal, or the sealed sample, that has a code from paper; null where none has. */
export interface OnPaper {
  readonly code: string
  readonly number: number | null
  readonly sample: number | null
}

export interface SampleFinding {
  /** Among the sealed samples, from 1. */
  readonly number: number
  /** Null where the sample is gone. */
  readonly of: { readonly period: PeriodKey; readonly figure: TracedFigure; readonly code: string } | null
  readonly faults: readonly SampleFault[]
}

export interface SealVerification {
  readonly holds: boolean
  readonly seals: readonly SealFinding[]
  /** The auditors' sealed samples. */
  readonly samples: readonly SampleFinding[]
  /** What was asked for by a code on paper; null where none was. */
  readonly paper: OnPaper | null
}
