import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { Frame, FrameOf } from '../sampling/sampling-frame.ts'
import type { MentionedImprovement } from './improvement.ts'
import type { SealedPlan } from './sealed-plan.ts'
import type { WavePlan } from './wave-plan.ts'

/** The rules sealed into a wave when it opens. */
export interface WaveRules {
  readonly version: string
  readonly minimumForStatus: number
  readonly smallestGroup: number
}

export interface WaveOpening {
  /** ID of the new wave. */
  readonly waveId: Id
  readonly period: PeriodKey
  readonly frame: FrameOf
  /** Clock used to record, for other processes, that this opening is still running. */
  readonly clock: Clock
  /** Returns null if nobody, or too few, may be invited. */
  readonly planOf: (frame: Frame) => WavePlan | null
}

/** Storage for the opening of waves. Every write is on disk when its promise resolves. */
export interface OpeningStore {
  /** Null if there is no wave. */
  sealedPlan(period: PeriodKey): Promise<SealedPlan | null>
  /** Improvements chosen from the feedback on a half-year, oldest choice first. */
  improvements(period: PeriodKey): Promise<readonly MentionedImprovement[]>
  /** The rules for a new wave: `base`, with the changes that two people have approved. */
  rulesInForce(period: PeriodKey, base: WaveRules): Promise<WaveRules>
  /**
   * Reads the frame and writes the plan made from it: wave, cells, invitations and their letters. It takes long for a
   * large frame; other readers see nothing until all is written, and a failure leaves nothing.
   */
  openWave(
    opening: WaveOpening,
  ): Promise<Outcome<WavePlan, { readonly code: 'wave-exists' | 'other-wave-opening' | 'no-eligible-travelers' }>>
}
