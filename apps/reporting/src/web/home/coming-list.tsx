import { shortDay } from '@wayproof/messages/date-format'
import { useLanguage } from '../language.tsx'
import type { ComingMark } from './coming-marks.ts'
import { MarkLabel } from './mark-label.tsx'
import styles from './timeline.module.css'

/** The marks of the timeline as a list, for narrow screens. */
export function ComingList({ marks }: { readonly marks: readonly ComingMark[] }) {
  const { locale } = useLanguage()
  return (
    <ol className={styles.list}>
      {marks.map((mark) => (
        <li key={`${mark.kind} ${mark.day}`} data-kind={mark.kind}>
          <span className={styles.listDay}>{shortDay(mark.day, locale)}</span>
          <span className={styles.listName}>
            <MarkLabel mark={mark} />
          </span>
        </li>
      ))}
    </ol>
  )
}
