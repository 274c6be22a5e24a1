import type { RowState } from '@wayproof/evidence/rows/row-state'

/** How a row stands today. */
export const rowStates: Record<RowState, string> = {
  'in-force': 'in force',
  'expires-soon': 'expires soon',
  expired: 'expired',
  planned: 'planned',
  sent: 'sent',
  answered: 'answered',
  reviewed: 'reviewed',
  closed: 'closed',
  open: 'open',
  overdue: 'overdue',
  done: 'done, to be checked',
  effective: 'done, effective',
  ineffective: 'done, not effective',
  fixed: 'fixed',
}
