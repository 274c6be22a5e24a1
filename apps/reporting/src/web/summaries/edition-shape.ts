import type { EditionState } from '@wayproof/scorecard'
import type { Shape } from '../glyphs/status-shape-of.ts'

/** The shape that stands beside the state of an edition. */
export const EDITION_SHAPE: Readonly<Record<EditionState, Shape>> = {
  held: 'amber',
  'awaiting-approval': 'amber',
  sent: 'demonstrated',
  superseded: 'unknown',
}
