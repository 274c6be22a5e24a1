import type { PageStatus } from '@wayproof/evidence'
import { useLanguage } from '../language.tsx'
import { StatusShape } from '../marks/status-shape.tsx'
import { TONE } from '../marks/tone.ts'
import { PAGE_SHAPE } from './page-shape.ts'
import styles from './policies.module.css'

/** How a page stands: shape, word and colour. */
export function PageMark({ status }: { readonly status: PageStatus }) {
  const word = useLanguage().words.reporting.policies.statuses[status]
  const shape = PAGE_SHAPE[status]
  return (
    <span className={styles.mark}>
      <span aria-hidden="true">
        <StatusShape shape={shape} word={word} size={18} />
      </span>
      <span style={{ color: shape === 'unknown' ? 'var(--soft)' : TONE[shape].ink }}>{word}</span>
    </span>
  )
}
