import type { PeriodKey } from '@wayproof/kernel'

/** Where the missing rows stand on a goal's page: those of `period` where each has a list of its own. */
export const missingPlace = (period?: PeriodKey): string => (period ? `missing-${period}` : 'missing')
