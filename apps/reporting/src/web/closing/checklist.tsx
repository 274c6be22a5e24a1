import { Link } from '@tanstack/react-router'
import type { Closing } from '../api.ts'
import ui from '../components/components.module.css'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './closing.module.css'

interface ChecklistProps {
  readonly lacking: Closing['lacking']
  /** Whether the half-year had no wave; a note gives the reason, and the item does not count as done. */
  readonly hasNoWave: boolean
  readonly period: string
  readonly isOfficer: boolean
  /** Whether the half-year before was closed, so that its actions need an outcome. */
  readonly isFollowed: boolean
}

/** Lists what the freeze requires, each item done or missing, with a link to the page that completes it. */
export function Checklist({ lacking: missingSteps, hasNoWave, period, isOfficer, isFollowed }: ChecklistProps) {
  const text = useLanguage().words.reporting.closing.lacks
  const points = ['wave-open', 'improvement-missing', 'remedy-missing', 'outcome-missing'] as const
  const items = points.filter(
    (point) => (point !== 'outcome-missing' || isFollowed) && (point !== 'wave-open' || !hasNoWave),
  )
  const isWaveMissing = missingSteps.some(({ code }) => code === 'wave-missing')
  return (
    <ul className={styles.checklist}>
      <li>
        <StatusShape shape="demonstrated" label={text.yes} />
        <span>{text.over}</span>
      </li>
      {hasNoWave ? (
        <li data-missing={isWaveMissing}>
          <StatusShape shape="unknown" label={text.none} />
          <span>{isWaveMissing ? text['wave-missing'] : text.noWave}</span>
        </li>
      ) : null}
      {items.map((point) => {
        const isMissing = missingSteps.some(({ code }) => code === point)
        return (
          <li key={point} data-missing={isMissing}>
            <StatusShape shape={isMissing ? 'unknown' : 'demonstrated'} label={isMissing ? text.no : text.yes} />
            <span>
              {text[point]}
              {isMissing && isOfficer && point === 'improvement-missing' ? (
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
              {isMissing && point === 'wave-open' ? (
                <Link to="/waves/progress" search={{ period }} className={`${ui.quiet} ${styles.way}`}>
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
