import type { PageStatus } from '@wayproof/evidence/policy-watch/watched-page'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'

export const PAGE_SHAPE: Readonly<Record<PageStatus, Shape>> = {
  'in-order': 'demonstrated',
  'old-version': 'missed',
  'other-text': 'missed',
  stale: 'unknown',
  'never-seen': 'unknown',
}
