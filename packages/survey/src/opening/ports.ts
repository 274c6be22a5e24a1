import type { Clock, Id, Outcome, PeriodKey } from '@wayproof/kernel'
import type { Frame, FrameOf } from '../sampling/sampling-frame.ts'
import type { ToldImprovement } from './list-improvements.ts'
import type { SealedPlan } from './sealed-plan.ts'
import type { WavePlan } from './wave-plan.ts'

/** Sealed into a wave when it opens. */
export interface WaveRules {
  readonly version: string
  readonly minimumForStatus: number
  readonly smallestGroup: number
}

export interface WaveOpening {
  /** Which it will have. */
  readonly waveId: Id
  readonly period: PeriodKey
  readonly frame: FrameOf
  /** By which others tell whether whoever opens it is still alive. */
  readonly clock: Clock
  /** Null where nobody may be asked. */
  readonly planOf: (found: Frame) => WavePlan | null
}

/** What a wave opens from. Every write is on disk when its promise resolves. */
export interface OpeningStore {
  /** Null where there is no wave. */
  sealedPlan(period: PeriodKey): Promise<SealedPlan | null>
  /** Chosen from the feedback on a half-year, first chosen first. */
  improvements(period: PeriodKey): Promise<readonly ToldImprovement[]>
  /** What a wave on the period opens under: `base`, and what two people have changed for it. */
  rulesInForce(period: PeriodKey, base: WaveRules): Promise<WaveRules>
  /**
   * Reads the frame, and writes what is planned of it: wave, cells, invitations and their letters. Takes a while in a large
   * one; nothing of it is there for others, or left after a failure, until all is written.
   */
  openWave(
    opening: WaveOpening,
  ): Promise<Outcome<WavePlan, { readonly code: 'wave-exists' | 'other-wave-opening' | 'no-eligible-travelers' }>>
}
