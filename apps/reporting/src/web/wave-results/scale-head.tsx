import { percent } from '@wayproof/messages/number-format'
import { place } from '@wayproof/scorecard/drawing/bullet'
import type { Axis } from '../charts/axis.ts'
import { useLanguage } from '../language.tsx'
import styles from './questions.module.css'

interface ScaleHeadProps {
  readonly scale: Axis
  readonly target?: number
}

/** Labels the common scale of the questions, and the target above them. */
export function ScaleHead({ scale, target }: ScaleHeadProps) {
  const text = useLanguage().words.reporting.wavePages.results
  return (
    <span className={styles.ticks} aria-hidden="true">
      {scale.ticks.map((tick) => (
        <span key={tick} style={{ left: `${place(tick, scale) * 100}%` }}>
          {percent(tick)}
        </span>
      ))}
      {target === undefined ? null : (
        <b style={{ left: `${place(target, scale) * 100}%` }}>{text.target(percent(target))}</b>
      )}
    </span>
  )
}
