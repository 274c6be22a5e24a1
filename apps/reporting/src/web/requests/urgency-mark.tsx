import type { RightsUrgency } from '@wayproof/evidence'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { TONE } from '../glyphs/tone.ts'
import { useLanguage } from '../language.tsx'
import styles from './requests.module.css'
import { URGENCY_SHAPE } from './urgency-shape.ts'

export function UrgencyMark({ urgency }: { readonly urgency: RightsUrgency }) {
  const label = useLanguage().words.reporting.requests.urgencies[urgency]
  const shape = URGENCY_SHAPE[urgency]
  return (
    <span className={styles.mark}>
      <span aria-hidden="true">
        <StatusShape shape={shape} label={label} size={18} />
      </span>
      <span style={{ color: shape === 'unknown' ? 'var(--soft)' : TONE[shape].ink }}>{label}</span>
    </span>
  )
}
