import { Link } from '@tanstack/react-router'
import type { Closing } from '../api.ts'
import ui from '../components/components.module.css'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './closing.module.css'

interface ChecklistProps {
  readonly lacking: Closing['lacking']
  /** Whether the half-year had no wave; a note gives the reason, and the item does not count as done. */
  readonly noWave: boolean
  readonly period: string
  readonly officer: boolean
  /** Whether the half-year before was closed, so that its actions need an outcome. */
  readonly followed: boolean
}

/** Lists what the freeze requires, each item done or missing, with a link to the page that completes it. */
export function Checklist({ lacking, noWave, period, officer, followed }: ChecklistProps) {
  const text = useLanguage().words.reporting.closing.lacks
  const points = ['wave-open', 'improvement-missing', 'remedy-missing', 'outcome-missing'] as const
  const items = points.filter(
    (point) => (point !== 'outcome-missing' || followed) && (point !== 'wave-open' || !noWave),
  )
  const unsaid = lacking.some(({ code }) => code === 'wave-missing')
  return (
    <ul className={styles.checklist}>
      <li>
        <StatusShape shape="demonstrated" word={text.yes} />
        <span>{text.over}</span>
      </li>
      {noWave ? (
        <li data-missing={unsaid}>
          <StatusShape shape="unknown" word={text.none} />
          <span>{unsaid ? text['wave-missing'] : text.noWave}</span>
        </li>
      ) : null}
      {items.map((point) => {
        const missing = lacking.some(({ code }) => code === point)
        return (
          <li key={point} data-missing={missing}>
            <StatusShape shape={missing ? 'unknown' : 'demonstrated'} word={missing ? text.no : text.yes} />
            <span>
              {text[point]}
              {missing && officer && point === 'improvement-missing' ? (
                <Link
                  to="/goal/$goal"
                  params={{ goal: 'customer-satisfaction' }}
                  search={{ period }}
                  hash="improvements"
                  className={`${ui.quiet} ${styles.way}`}
                >
                  {text.choose}
                </Link>
              ) : null}
              {missing && point === 'wave-open' ? (
                <Link to="/waves" search={{ period }} className={`${ui.quiet} ${styles.way}`}>
                  {text.toWaves}
                </Link>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
