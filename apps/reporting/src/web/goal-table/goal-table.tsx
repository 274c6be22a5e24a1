import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import { periodName, shortPeriod } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { axisLabels, verdictTarget, verdictValue } from '@wayproof/messages/goal-value'
import { trendWords } from '@wayproof/messages/trend-words'
import { sameHalvesUpTo } from '@wayproof/scorecard/change/same-halves'
import { type Shape, shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import { drawnBullet } from '@wayproof/scorecard/drawing/bullet'
import {
  type DrawnTrend,
  drawnTrend,
  type PastValue,
  type PastValues,
  pastValues,
  TREND_LENGTH,
} from '@wayproof/scorecard/drawing/goal-trend'
import { courseOf, isRunning } from '@wayproof/scorecard/running-result'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { trpc } from '../api.ts'
import { StateMark } from '../components/state-mark.tsx'
import { Bullet } from '../glyphs/bullet.tsx'
import { Sparkline } from '../glyphs/sparkline.tsx'
import { useLanguage } from '../language.tsx'
import styles from './goal-table.module.css'

/** The five goals, one row each. */
export function GoalTable({ scorecard }: { readonly scorecard: Scorecard }) {
  const { locale, words } = useLanguage()
  const pastValues = usePastValues(scorecard)
  const { caption, columns } = words.reporting.scorecard
  return (
    <div className={styles.goals}>
      <table className={styles.goalTable}>
        <caption className="sr-only">{caption(periodName(scorecard.period, locale))}</caption>
        <thead>
          <tr className={styles.columns}>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.goal}</th>
            <th scope="col" className={styles.right}>
              {columns.now}
            </th>
            <th scope="col">{columns.against}</th>
            <th scope="col" className={styles.trendCell}>
              {columns.trend}
            </th>
            <th scope="col">{columns.owner}</th>
          </tr>
        </thead>
        <tbody>
          {scorecard.verdicts.map((verdict) => (
            <GoalRow key={verdict.goal} verdict={verdict} scorecard={scorecard} pastValues={pastValues[verdict.goal]} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Lists the same half of the years before `period` that the sparkline shows, oldest first; none before `first`. */
function halfYearsBefore(period: string, first: string): readonly string[] {
  const present = parsePeriod(period)
  const halves = present ? sameHalvesUpTo(present, TREND_LENGTH).slice(0, -1) : []
  return halves.filter((half) => half >= first)
}

function usePastValues(scorecard: Scorecard): PastValues {
  const { available } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const previousQueries = useQueries({
    queries: halfYearsBefore(scorecard.period, available.at(-1) ?? scorecard.period).map((period) =>
      trpc.scorecard.forPeriod.queryOptions({ period }, { staleTime: 10 * 60_000 }),
    ),
  })
  return pastValues([...previousQueries.flatMap(({ data }) => data ?? []), scorecard])
}

interface GoalRowProps {
  readonly verdict: Verdict
  readonly scorecard: Scorecard
  readonly pastValues: readonly PastValue[]
}

/** Shows one goal, with at most two lines in a cell; the page of the goal has the details. */
function GoalRow({ verdict, scorecard, pastValues }: GoalRowProps) {
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

/** The sparkline of a goal and each of its values as text. */
interface GoalSparkline extends DrawnTrend {
  readonly words: readonly string[]
}

export const sparklineOf = (
  verdict: Pick<Verdict, 'goal' | 'target'>,
  pastValues: readonly PastValue[],
  language: Parameters<typeof trendWords>[2],
): GoalSparkline => ({ ...drawnTrend(verdict, pastValues), words: trendWords(verdict.goal, pastValues, language) })

/** The state of a goal: its course while its half-year runs, then its result. */
function goalState(
  verdict: Verdict,
  isRunning: boolean,
  words: Pick<Messages, 'scorecard'> & { readonly reporting: Pick<Messages['reporting'], 'shell'> },
): { readonly shape: Shape; readonly label: string } {
  if (!isRunning) {
    return { shape: shapeOf(verdict), label: words.scorecard.claims.label(verdict) }
  }
  const course = courseOf(verdict)
  const label = words.scorecard.courses.words[course]
  // No cross for a goal that can still be met.
  if (course === 'behind' || course === 'far-behind') return { shape: 'amber', label }
  return { shape: course === 'missed' ? 'missed' : shapeOf(verdict), label }
}
