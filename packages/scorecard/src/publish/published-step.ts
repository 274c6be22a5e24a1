/**
 * How finely the estimate of a wave leaves: in percentage points, or as a verdict without a figure. Found when the wave is
 * unlinked and kept with it for every later edition.
 */
export type PublishedStep = (typeof PUBLISHED_STEPS)[number]

/** From the finest on. A wave whose hidden groups would follow from one step takes the next. */
export const PUBLISHED_STEPS = [0.1, 0.5, 1, 'verdict'] as const

export const FINEST_STEP = 0.1 as const

/** The coarser of two: for a figure that rests on two waves. */
export const coarserStep = (one: PublishedStep, other: PublishedStep): PublishedStep =>
  PUBLISHED_STEPS.indexOf(one) > PUBLISHED_STEPS.indexOf(other) ? one : other
