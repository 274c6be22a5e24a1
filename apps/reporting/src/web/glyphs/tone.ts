import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'

/** The colors of each shape, as custom properties of `app.css`. */
export const TONE: Record<Shape, { readonly ink: string; readonly pale: string }> = {
  demonstrated: { ink: 'var(--met)', pale: 'var(--met-pale)' },
  met: { ink: 'var(--met)', pale: 'var(--met-pale)' },
  missed: { ink: 'var(--missed)', pale: 'var(--missed-pale)' },
  amber: { ink: 'var(--amber)', pale: 'var(--amber-pale)' },
  unknown: { ink: 'var(--unknown)', pale: 'var(--unknown-pale)' },
}
