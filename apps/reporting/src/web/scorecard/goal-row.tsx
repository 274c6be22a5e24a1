import { Link } from '@tanstack/react-router'
import { goalPercent, shortPeriod, verdictTarget, verdictValue } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import { bulletScale, type PastValue } from '@wayproof/scorecard/drawing'
import { gapToTarget } from '@wayproof/scorecard/gap'
import { runningPace } from '@wayproof/scorecard/running-pace'
import { Bullet } from '../glyphs/bullet.tsx'
import { Sparkline } from '../glyphs/sparkline.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { statusShapeOf } from '../glyphs/status-shape-of.ts'
import { ChangedClose } from '../goal/changed-close.tsx'
import { useLanguage } from '../language.tsx'
import { GoalLines } from './goal-lines.tsx'
import styles from './scorecard.module.css'
import { sparklineOf } from './sparkline-of.ts'

interface GoalRowProps {
  readonly verdict: Verdict
  readonly verdicts: readonly Verdict[]
  readonly period: string
  readonly pastValues: readonly PastValue[]
}

/** Shows one goal: status, gap, value against target, interval, trend, owner. */
export function GoalRow({ verdict, verdicts, period, pastValues }: GoalRowProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.scorecard
  const { goal, interval } = verdict
  const shape = statusShapeOf(verdict)
  const pace = runningPace(verdict)
  const scale = bulletScale(goal, verdicts)
  const value = verdictValue(verdict, locale)
  const target = verdictTarget(verdict)
  const [digits, unit] = value?.endsWith('%') ? [value.replace(/[\s%]+$/, ''), '%'] : [null, null]
  const end = (share: number) => goalPercent(goal, share)
  const sparkline = sparklineOf(verdict, pastValues, { locale, words })
  return (
    <tr className={styles.row}>
      <td className={styles.shapeCell}>
        <StatusShape shape={shape} label={words.reporting.shell.shapes[shape]} />
      </td>
      <th scope="row" className={styles.goalCell}>
        <Link to="/goal/$goal" params={{ goal }} search={{ period }} className={styles.goalName}>
          {words.goals.names[goal]}
        </Link>
        <GoalLines verdict={verdict} period={period} />
        <p className={styles.why}>{words.scorecard.gaps.gap(gapToTarget(verdict))}</p>
        {pace ? <p className={styles.why}>{words.scorecard.gaps.pace(pace)}</p> : null}
        <ChangedClose verdict={verdict} className={styles.why} />
      </th>
      <td className={styles.valueCell}>
        {digits === null ? (
          <p className={styles.valueNone}>{value ?? text.noValue}</p>
        ) : (
          <p className={styles.value}>
            {digits}
            <small>{unit}</small>
          </p>
        )}
        <p className={styles.target}>{words.scorecard.target(verdict)}</p>
      </td>
      <td className={styles.bulletCell}>
        <Bullet
          scale={scale}
          value={verdict.value}
          target={verdict.target}
          interval={interval}
          shape={shape}
          label={text.bullet(value ?? text.noValue, target, words.scorecard.interval(verdict))}
          ends={[end(scale.low), end(scale.high)]}
        />
      </td>
      <td className={styles.trendCell}>
        <Sparkline
          values={sparkline.values}
          breaks={pastValues.map((pastValue) => pastValue.broken)}
          target={sparkline.target}
          shape={shape}
          label={text.sparkline(sparkline.words.join(words.reporting.shell.listed))}
        />
      </td>
      <td className={`${styles.ownerCell} ${styles.owner}`}>
        {words.goals.owners[verdict.owner]}
        <span>{shortPeriod(verdict.period, locale)}</span>
      </td>
    </tr>
  )
}
