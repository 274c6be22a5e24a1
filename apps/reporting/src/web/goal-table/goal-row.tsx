import { Link } from '@tanstack/react-router'
import { shortPeriod } from '@wayproof/messages/date-format'
import { axisLabels, verdictTarget, verdictValue } from '@wayproof/messages/goal-value'
import { drawnBullet } from '@wayproof/scorecard/drawing/bullet'
import type { PastValue } from '@wayproof/scorecard/drawing/goal-trend'
import { isRunning } from '@wayproof/scorecard/running-result'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { StateMark } from '../components/state-mark.tsx'
import { Bullet } from '../glyphs/bullet.tsx'
import { Sparkline } from '../glyphs/sparkline.tsx'
import { useLanguage } from '../language.tsx'
import { goalState } from './goal-state.ts'
import styles from './goal-table.module.css'
import { sparklineOf } from './sparkline-of.ts'

interface GoalRowProps {
  readonly verdict: Verdict
  readonly scorecard: Scorecard
  readonly pastValues: readonly PastValue[]
}

/** Shows one goal, with at most two lines in a cell; the page of the goal has the details. */
export function GoalRow({ verdict, scorecard, pastValues }: GoalRowProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.scorecard
  const { goal } = verdict
  const { shape, label } = goalState(verdict, isRunning(scorecard), words)
  const { scale, ...drawn } = drawnBullet(verdict)
  const value = verdictValue(verdict, locale)
  const [low, , high] = axisLabels(goal, scale.high, locale)
  const sparkline = sparklineOf(verdict, pastValues, { locale, words })
  return (
    <tr className={styles.row}>
      <td className={styles.stateCell}>
        <StateMark shape={shape} label={label} />
      </td>
      <th scope="row" className={styles.goalCell}>
        <Link to="/goal/$goal" params={{ goal }} search={{ period: scorecard.period }} className={styles.goalName}>
          {words.goals.names[goal]}
        </Link>
        <p className={styles.brief}>{words.scorecard.brief(verdict)}</p>
      </th>
      <td className={`${styles.valueCell} ${styles.right}`}>
        <p className={styles.value} data-none={value === null}>
          {value ?? words.reporting.shell.none}
        </p>
        <p className={styles.target}>{words.scorecard.target(verdict)}</p>
      </td>
      <td className={styles.bulletCell}>
        <Bullet
          scale={scale}
          value={drawn.value}
          target={drawn.target}
          interval={drawn.interval}
          shape={shape}
          label={text.bullet(value ?? text.noValue, verdictTarget(verdict), words.scorecard.interval(verdict))}
          ends={[low, high]}
        />
      </td>
      <td className={styles.trendCell}>
        <Sparkline
          trend={sparkline}
          breaks={pastValues.map((pastValue) => pastValue.broken)}
          shape={shape}
          label={text.sparkline(sparkline.words.join(words.reporting.shell.listed))}
        />
      </td>
      <td className={styles.ownerCell}>
        {words.goals.owners[verdict.owner]}
        <span>{shortPeriod(verdict.period, locale)}</span>
      </td>
    </tr>
  )
}
