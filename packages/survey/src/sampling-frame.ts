import type { Id, Instant } from '@wayproof/kernel'
import type { Skip } from './wave.ts'
import type { TripMonths } from './wave-plan.ts'

/** Of whom a wave asks, and how many letters one may have had already. */
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

/** Whom a wave may ask, as the register is at one moment. */
export interface Frame {
  readonly eligible: readonly EligibleTraveler[]
  /** Who travelled and may not be asked, by reason. */
  readonly skips: readonly Skip[]
  readonly registered: number
}
