import type { QuarterFigures, VerdictOf } from '@wayproof/scorecard'

/**
 * The quarters of a half-year while one is over and one runs, each with its own count; empty if one quarter is enough.
 */
export const quartersBeside = ({ figures }: VerdictOf<'staff-training'>): readonly QuarterFigures[] =>
  figures.quarters.some(({ ended }) => ended) && figures.quarters.some(({ ended }) => !ended) ? figures.quarters : []
