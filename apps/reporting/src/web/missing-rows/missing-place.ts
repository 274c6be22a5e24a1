import type { PeriodKey } from '@wayproof/kernel/calendar/period'

/** The anchor of a list of missing rows; goals with one list per quarter add the period. */
export const missingPlace = (period?: PeriodKey): string => (period ? `missing-${period}` : 'missing')
