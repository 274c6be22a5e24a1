import type { RowState } from '@wayproof/evidence/rows/row-state'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'

export const ROW_STATE_SHAPE: Readonly<Record<RowState, Shape>> = {
  'in-force': 'demonstrated',
  'expires-soon': 'amber',
  expired: 'missed',
  planned: 'unknown',
  sent: 'amber',
  answered: 'amber',
  reviewed: 'amber',
  closed: 'demonstrated',
  open: 'amber',
  overdue: 'missed',
  done: 'met',
  effective: 'demonstrated',
  ineffective: 'missed',
  fixed: 'demonstrated',
}
