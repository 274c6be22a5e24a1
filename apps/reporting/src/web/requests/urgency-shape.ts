import type { RightsUrgency } from '@wayproof/evidence'
import type { Shape } from '../glyphs/status-shape-of.ts'

export const URGENCY_SHAPE: Readonly<Record<RightsUrgency, Shape>> = {
  overdue: 'missed',
  'due-soon': 'amber',
  'in-time': 'unknown',
  'no-term': 'unknown',
  answered: 'met',
}
