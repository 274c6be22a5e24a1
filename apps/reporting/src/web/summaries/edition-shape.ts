import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import type { EditionState } from '@wayproof/scorecard/editions/edition'

export const EDITION_SHAPE: Readonly<Record<EditionState, Shape>> = {
  held: 'amber',
  'awaiting-approval': 'amber',
  sent: 'demonstrated',
  superseded: 'unknown',
}
