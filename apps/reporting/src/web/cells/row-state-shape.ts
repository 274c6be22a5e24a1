import type { RowState } from '@wayproof/evidence'
import type { Shape } from '@wayproof/scorecard/claims'

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
