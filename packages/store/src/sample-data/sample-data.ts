import type { Id, Instant } from '@wayproof/kernel'
import type { Organisation } from '../organisation/organisation.ts'

/** `left-over`: the process that loaded it has ended early; its removal, or the next load, deletes the rest. */
export type SamplePhase = 'loading' | 'loaded' | 'left-over'

export interface SampleState {
  readonly phase: SamplePhase
  readonly stepsDone: number
  readonly stepsAll: number
}

/** Kinds of what comes with the sample data. */
export type SamplePartKind = 'import' | 'wave' | 'rights-case' | 'meeting' | 'action' | 'empty-month'

export interface NewSample {
  readonly loadId: Id
  readonly stepsAll: number
  /** The company of the sample data, in place of the organization until the removal. */
  readonly organisation: Organisation
  readonly now: Instant
  /** Until then nobody else may load or remove. */
  readonly leaseUntil: Instant
}

/** `loading` and `loaded`: somebody was faster. `not-empty`: the installation has records of its own. */
export type BegunSample = 'begun' | SamplePhase | 'not-empty'

/** A load writes on as long as nobody has taken it for dead and removed it. */
export class SampleGone extends Error {
  override readonly name = 'SampleGone'
}

/** A record of one's own is refused while sample data is there, so that its removal is whole. */
export class SampleIsLoaded extends Error {
  override readonly name = 'SampleIsLoaded'
  readonly code = 'sample-loaded'
}

/** Also recognizes the error of a thread, which keeps only its code. */
export const isSampleLoaded = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'sample-loaded'
