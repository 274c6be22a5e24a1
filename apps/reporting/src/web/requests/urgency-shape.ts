import type { RightsUrgency } from '@wayproof/evidence/rights/rights-case'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'

export const URGENCY_SHAPE: Readonly<Record<RightsUrgency, Shape>> = {
  overdue: 'missed',
  'due-soon': 'amber',
  'in-time': 'unknown',
  'no-term': 'unknown',
  answered: 'met',
}
