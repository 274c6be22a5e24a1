import type { NoticeState } from '@wayproof/evidence/notices/notice-clock'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'

export const NOTICE_SHAPE: Readonly<Record<NoticeState, Shape>> = {
  undecided: 'unknown',
  'undecided-overdue': 'missed',
  'not-wanted': 'unknown',
  'no-start': 'unknown',
  running: 'amber',
  'at-once': 'amber',
  overdue: 'missed',
  given: 'demonstrated',
  'given-incomplete': 'amber',
  'given-late': 'missed',
}

/** Without a clock: no notice is required, or it was given. */
export const DECIDED_NOTICES: readonly NoticeState[] = ['not-wanted', 'given', 'given-incomplete', 'given-late']
