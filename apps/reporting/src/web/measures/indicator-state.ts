import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import type { Measure } from '../api.ts'

type Indicator = Measure['indicators'][number]

export type IndicatorState = 'done' | 'open' | 'late' | 'rise' | 'unknown' | 'hidden'

/** Shares that should be whole. */
const WHOLE: ReadonlySet<string> = new Set<Indicator['id']>([
  'pages-watched',
  'consent-notices',
  'minimal-forms',
  'vulnerability-scans',
  'encryption',
  'notices-in-time',
  'all-staff-sessions',
  'agreements-signed',
  'audits-passed',
  'audit-findings',
  'privacy-reports',
  'privacy-meetings',
  'meeting-actions',
])

/** Counts that should be zero. */
const NONE: ReadonlySet<string> = new Set<Indicator['id']>([
  'critical-findings',
  'undecided-incidents',
  'failed-without-plan',
])

/** Counts that should be at least one. */
const SOME: ReadonlySet<string> = new Set<Indicator['id']>([
  'security-assessments',
  'penetration-tests',
  'education-notices',
  'improvements',
])

export const STATE_SHAPE: Readonly<Record<IndicatorState, Shape>> = {
  done: 'demonstrated',
  open: 'amber',
  late: 'missed',
  rise: 'missed',
  unknown: 'unknown',
  hidden: 'unknown',
}

/** The state of an indicator that has an aim; null for one that only informs. */
export function indicatorState({ id, value }: Pick<Indicator, 'id' | 'value'>): IndicatorState | null {
  switch (value.kind) {
    case 'unknown':
      return 'unknown'
    case 'suppressed':
    case 'withheld':
      return 'hidden'
    case 'last-on':
      return value.inTime ? 'done' : 'late'
    case 'jump':
      return value.triageWanted ? 'rise' : null
    case 'share':
      if (!WHOLE.has(id)) return null
      return value.share.numerator === value.share.denominator ? 'done' : 'open'
    case 'count':
      if (NONE.has(id)) return value.count === 0 ? 'done' : 'open'
      if (SOME.has(id)) return value.count > 0 ? 'done' : 'open'
      return null
    default:
      return null
  }
}
