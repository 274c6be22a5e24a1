import type { EditionState } from '@wayproof/scorecard'
import type { Shape } from '@wayproof/scorecard/claims'

export const EDITION_SHAPE: Readonly<Record<EditionState, Shape>> = {
  held: 'amber',
  'awaiting-approval': 'amber',
  sent: 'demonstrated',
  superseded: 'unknown',
}
