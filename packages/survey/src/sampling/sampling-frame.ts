import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { FrameSources } from './dominated-cells.ts'
import type { Skip } from './skip.ts'
import type { TripMonths } from './trip-months.ts'

/** The travelers a wave asks about, and the maximum number of letters each may already have received. */
export interface FrameOf {
  readonly months: TripMonths
  /** Contact budget: fewer than `letterLimit` letters since `budgetFrom`. */
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
  /** Adults with a legal basis who are not suppressed and have contact budget left. */
  readonly eligible: number
  /** Other travelers of these months, by the first reason that excludes them. */
  readonly skips: readonly Skip[]
}

/** The people a wave may invite, as of one moment. */
export interface Frame extends Pick<FrameCounts, 'skips'> {
  readonly eligible: readonly EligibleTraveler[]
  readonly registered: number
  /** People of one source by categories. */
  readonly sources: FrameSources['sources']
}

/** The origin of the eligible travelers of a frame. */
export interface FrameProvenance {
  /** The people and systems that imported them, most travelers first. */
  readonly importers: readonly {
    /** Name of a user, or of the key of an outside system. */
    readonly by: string
    readonly byKey: boolean
    readonly travelers: number
    readonly imports: number
    /** The last import that brought or changed one of them. */
    readonly lastAt: Instant
  }[]
  /** Travelers of the largest mailbox domain that is no public one. */
  readonly largestDomain: number
  readonly publicDomains: number
  /** Travelers whose domain is unknown because an earlier version imported them. */
  readonly unknownDomains: number
}
