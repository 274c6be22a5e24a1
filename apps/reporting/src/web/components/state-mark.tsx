import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import { StatusShape } from '../glyphs/status-shape.tsx'
import styles from './components.module.css'

/** Shows a state by shape, word and color. */
export function StateMark({ shape, label }: { readonly shape: Shape; readonly label: string }) {
  return (
    <span className={styles.mark}>
      <span aria-hidden="true">
        <StatusShape shape={shape} label={label} size={18} />
      </span>
      <span data-shape={shape}>{label}</span>
    </span>
  )
}
