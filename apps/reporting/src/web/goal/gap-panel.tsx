import { Link } from '@tanstack/react-router'
import { count, day, percent } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import { gapToTarget } from '@wayproof/scorecard/gap'
import { type RunningPace, runningPace } from '@wayproof/scorecard/running-pace'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { missingPlace } from '../missing-rows/missing-place.ts'
import styles from './goal.module.css'

/** Shows the gap to the target or the margin above it and, while the period runs, the pace. */
export function GapPanel({ verdict }: { readonly verdict: Verdict }) {
  const text = useLanguage().words.scorecard.gaps
  const gap = gapToTarget(verdict)
  const pace = runningPace(verdict)
  const missingCount = verdict.missing ?? 0
  const anchor = missingPlace(
    verdict.goal === 'staff-training' && verdict.figures.quarters.length > 1 ? verdict.period : undefined,
  )
  const isEnough = gap.state === 'green' || gap.state === 'on-course'
  return (
    <div className={styles.way}>
      <Panel title={isEnough ? text.titleGreen : text.title}>
        <p>{text.gap(gap)}</p>
        {missingCount > 0 ? (
          <p className={styles.more}>
            <Link to="." search={(search) => search} hash={anchor}>
              {text.toRows(missingCount)}
            </Link>
          </p>
        ) : null}
      </Panel>
      {pace ? <PacePanel pace={pace} /> : null}
    </div>
  )
}

function PacePanel({ pace }: { readonly pace: RunningPace }) {
  const { locale, words } = useLanguage()
  const text = words.scorecard.gaps.running
  const { counts, projected, onTrack } = pace
  const heading = counts === 'leaks' ? text.projectedLeaks : text.projectedShare
  const facts: readonly (readonly [string, string])[] = [
    [text.now[counts], count(pace.now, locale)],
    [text.expected[counts], count(pace.expected, locale)],
    [text.atEnd[counts], count(pace.atEnd, locale)],
    [text.elapsed[counts], percent(pace.elapsedShare)],
    [text.by, day(pace.by, locale)],
    [text.projected, projected === null ? text.tooEarly : heading(projected)],
    [text.onTrack, onTrack === null ? text.tooEarly : percent(onTrack)],
  ]
  return (
    <Panel title={text.title}>
      <dl className={`${styles.explained} ${styles.short}`}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.more}>{text.help[counts]}</p>
    </Panel>
  )
}
