import type { RightsUrgency } from '@wayproof/evidence'
import type { Shape } from '@wayproof/scorecard/claims'

export const URGENCY_SHAPE: Readonly<Record<RightsUrgency, Shape>> = {
  overdue: 'missed',
  'due-soon': 'amber',
  'in-time': 'unknown',
  'no-term': 'unknown',
  answered: 'met',
}
