import { shortDay } from '@wayproof/messages/date-format'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { type ComingMark, waveSpan } from './coming-marks.ts'
import { type LabelPlace, labelPlaces } from './label-places.ts'
import { MarkLabel, useMarkText } from './mark-label.tsx'
import styles from './timeline.module.css'
import type { Coming } from './use-coming.ts'

const percent = (share: number) => `${share * 100}%`

/** Draws the marks on a line, with their names on both sides so that none covers another. */
export function Timeline({ coming: { marks, waves } }: { readonly coming: Coming }) {
  const { today } = useMe()
  const places = labelPlaces(marks)
  return (
    <div className={styles.timeline}>
      <div className={styles.line} />
      {waves.map((wave) => {
        const span = waveSpan(wave, today)
        return span ? (
          <div
            key={wave.opensOn}
            className={styles.wave}
            style={{ left: percent(span[0]), width: percent(span[1] - span[0]) }}
          />
        ) : null
      })}
      <ol>
        {marks.map((mark, i) => (
          <Mark key={`${mark.kind} ${mark.day}`} mark={mark} place={places[i] ?? null} />
        ))}
      </ol>
    </div>
  )
}

interface MarkProps {
  readonly mark: ComingMark
  readonly place: LabelPlace | null
}

function Mark({ mark, place }: MarkProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.home.coming
  const whole = useMarkText(mark)
  const date = shortDay(mark.day, locale)
  return (
    <li className={styles.mark} style={{ left: percent(mark.share) }} data-kind={mark.kind}>
      {mark.kind === 'overdue' ? (
        <StatusShape shape="missed" label={text.overdue(mark.deadlines.length)} size={16} />
      ) : (
        <span className={styles.dot} translate="no" title={place ? undefined : whole} />
      )}
      {place ? (
        <div
          className={styles.label}
          data-side={place.side}
          data-end={place.endsAtMark}
          style={{ width: `calc(var(--span) * ${place.width})` }}
        >
          <p className={styles.name}>
            <MarkLabel mark={mark} />
          </p>
          <p className={styles.day}>{mark.kind === 'overdue' ? text.today(date) : date}</p>
        </div>
      ) : null}
    </li>
  )
}
