import { Link } from '@tanstack/react-router'
import type { Measure } from '../api.ts'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './measures.module.css'

/** Names a measure with its promise, its owner, its goals and how many of its indicators are unknown. */
export function MeasureHead({ measure, period }: { readonly measure: Measure; readonly period: string }) {
  const { words } = useLanguage()
  const text = words.reporting.measures
  const { id, owner, goals, unknown, indicators } = measure
  return (
    <tr className={styles.head}>
      <th scope="rowgroup" colSpan={5}>
        <span className={styles.headLine}>
          <b>{text.names[id]}</b>
          {goals.map(({ goal, shape }) => {
            return (
              <Link key={goal} to="/goal/$goal" params={{ goal }} search={{ period }} className={styles.goal}>
                <StatusShape shape={shape} label={words.reporting.shell.shapes[shape]} size={16} />
                {words.goals.names[goal]}
              </Link>
            )
          })}
          <span className={styles.owner}>
            {unknown > 0
              ? text.ownedWithGap(words.goals.owners[owner], unknown, indicators.length)
              : text.ownedBy(words.goals.owners[owner])}
          </span>
        </span>
        <span className={styles.promise}>{text.promises[id]}</span>
      </th>
    </tr>
  )
}
