import type { FrameCounts } from './sampling-frame.ts'

/** Steps from the whole register down to the people who may be invited; each is a subset of the step before. */
export const COVERAGE_STEPS = [
  'registered',
  'travelled',
  'adult',
  'with-basis',
  'reachable',
  'not-suppressed',
  'within-budget',
] as const
export type CoverageStep = (typeof COVERAGE_STEPS)[number]

export type Coverage = Readonly<Record<CoverageStep, number>>

/** Computes the ladder from the counts of a frame: registered, eligible, and the others by skip reason. */
export function coverageOf({ registered, eligible, skips }: FrameCounts & { readonly registered: number }): Coverage {
  const reasons = skips.filter(({ stage }) => stage === 'invitation')
  const leftOut = (step: CoverageStep) =>
    reasons.reduce((sum, { reason, count }) => sum + (stepThatFails(reason) === step ? count : 0), 0)
  const travelled = eligible + reasons.reduce((sum, { count }) => sum + count, 0)
  const adult = travelled - leftOut('adult')
  const withBasis = adult - leftOut('with-basis')
  const reachable = withBasis - leftOut('reachable')
  const notSuppressed = reachable - leftOut('not-suppressed')
  return {
    registered,
    travelled,
    adult,
    'with-basis': withBasis,
    reachable,
    'not-suppressed': notSuppressed,
    'within-budget': notSuppressed - leftOut('within-budget'),
  }
}

/** Any reason not listed here is a suppression reason. */
function stepThatFails(reason: string): CoverageStep {
  switch (reason) {
    case 'not-adult':
      return 'adult'
    case 'no-basis':
      return 'with-basis'
    case 'bounced':
      return 'reachable'
    case 'budget':
      return 'within-budget'
    default:
      return 'not-suppressed'
  }
}
