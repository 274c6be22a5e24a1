import type { Organisation } from '@wayproof/accounts/organisation/organisation'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

/** `left-over`: the process that loaded it has ended early; its removal, or the next load, deletes the rest. */
export type SamplePhase = 'loading' | 'loaded' | 'left-over'

export interface SampleState {
  readonly phase: SamplePhase
  readonly stepsDone: number
  readonly stepsAll: number
}

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
