/**
 * Resolution of a wave's published estimate: percentage points, or a verdict without a figure. It is determined when
 * the wave is unlinked and stored with it for later editions.
 */
export type PublishedStep = (typeof PUBLISHED_STEPS)[number]

/** Finest first. If one step would reveal hidden groups of a wave, the next one is used. */
export const PUBLISHED_STEPS = [0.1, 0.5, 1, 'verdict'] as const

export const FINEST_STEP = 0.1 as const

/** The coarser of two steps, for a figure of two waves. */
export const coarserStep = (one: PublishedStep, other: PublishedStep): PublishedStep =>
  PUBLISHED_STEPS.indexOf(one) > PUBLISHED_STEPS.indexOf(other) ? one : other
