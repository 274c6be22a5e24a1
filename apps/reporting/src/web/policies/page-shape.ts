import type { PageStatus } from '@wayproof/evidence'
import type { Shape } from '@wayproof/scorecard/claims'

export const PAGE_SHAPE: Readonly<Record<PageStatus, Shape>> = {
  'in-order': 'demonstrated',
  'old-version': 'missed',
  'other-text': 'missed',
  stale: 'unknown',
  'never-seen': 'unknown',
}
