import type { EditionState } from '@wayproof/scorecard'
import type { Shape } from '../glyphs/status-shape-of.ts'

export const EDITION_SHAPE: Readonly<Record<EditionState, Shape>> = {
  held: 'amber',
  'awaiting-approval': 'amber',
  sent: 'demonstrated',
  superseded: 'unknown',
}
