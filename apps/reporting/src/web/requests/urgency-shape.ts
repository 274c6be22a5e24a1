import type { RightsUrgency } from '@wayproof/evidence'
import type { Shape } from '../glyphs/status-shape-of.ts'

/** The shape that stands beside the word of an urgency. */
export const URGENCY_SHAPE: Readonly<Record<RightsUrgency, Shape>> = {
  overdue: 'missed',
  'due-soon': 'amber',
  'in-time': 'unknown',
  'no-term': 'unknown',
  answered: 'met',
}
