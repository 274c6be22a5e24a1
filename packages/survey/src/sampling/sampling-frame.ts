import type { Id, Instant } from '@wayproof/kernel'
import type { TripMonths } from '../opening/wave-plan.ts'
import type { Skip } from '../waves/wave.ts'

/** The travelers a wave asks, and how many letters one may have had already. */
export interface FrameOf {
  readonly months: TripMonths
  /** The contact budget: fewer letters than `letterLimit` since `budgetFrom`. */
  readonly budgetFrom: Instant
  readonly letterLimit: number
}

export interface EligibleTraveler {
  readonly id: Id
  readonly locale: string
  readonly tripType: string
  readonly channel: string
  readonly region: string
}

export interface FrameCounts {
  /** Adults with a legal basis who are not suppressed and have letters left in their budget. */
  readonly eligible: number
  /** The others who travelled, by the first reason that keeps them out. */
  readonly skips: readonly Skip[]
}

/** The people a wave may ask, as the register is at one moment. */
export interface Frame extends Pick<FrameCounts, 'skips'> {
  readonly eligible: readonly EligibleTraveler[]
  readonly registered: number
}
