import { useQuery } from '@tanstack/react-query'
import { addDays, type CalendarDate, dateAt, daysBetween, later } from '@wayproof/kernel/calendar/calendar-date'
import { shortPeriod } from '@wayproof/messages/date-format'
import { count, nearestPercent, ratePercent } from '@wayproof/messages/number-format'
import type { Funnel, Wave } from '@wayproof/survey/waves/wave'
import { lazy } from 'react'
import { trpc } from '../api.ts'
import { ChartFigure } from '../chart-panel/chart-figure.tsx'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { CountedNote } from '../waves/counted-note.tsx'

const ResponseChart = lazy(() =>
  import('../charts/response-chart.tsx').then(({ ResponseChart }) => ({ default: ResponseChart })),
)

interface ResponsePanelProps {
  readonly funnel: Funnel
  /** The wave to compare with. */
  readonly before: Wave | null
}

/** Shows how many had answered by each day, without groups, beside the last wave at the same age. */
export function ResponsePanel({ funnel, before }: ResponsePanelProps) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.wavePages.progress.curve
  const lastFunnel = useQuery({
    ...trpc.wave.funnel.queryOptions({ period: before?.period ?? '' }),
    enabled: before !== null,
  }).data
  const { wave, withdrawn } = funnel
  const now = responseCurve(funnel, timeZone)
  const earlier = lastFunnel ? responseCurve(lastFunnel, timeZone) : []
  const short = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  const opened = dateAt(wave.openedAt, timeZone)
  const dateOf = (day: number) => short.format(Date.parse(`${addDays(opened, day - 1)}T00:00:00Z`))
  const { none } = words.reporting.shell
  const beforeName = before ? text.before(shortPeriod(before.period, locale)) : ''
  const share = (answers: number, invited: number) => ratePercent({ numerator: answers, denominator: invited }) ?? none
  const last = now.at(-1)
  const days = Math.max(now.length, earlier.length)
  const rows = Array.from({ length: last ? days : 0 }, (_, at) => {
    const [point, other] = [now[at], earlier[at]]
    return [
      text.point(at + 1, dateOf(at + 1)),
      point ? count(point.answers, locale) : none,
      point ? share(point.answers, funnel.invited) : none,
      ...(before ? [other && lastFunnel ? share(other.answers, lastFunnel.invited) : none] : []),
    ]
  })
  const { columns } = text
  const projected = wave.status === 'open' ? projectedShare(now, earlier) : null
  const sameDay = last && earlier[last.day - 1]
  return (
    <ChartPanel
      title={text.title}
      hint={text.hint}
      caption={text.caption}
      columns={[columns.day, columns.answers, columns.share, ...(before ? [columns.before] : [])]}
      rows={rows}
      notes={
        <>
          {sameDay && lastFunnel ? (
            <p className={ui.soft}>
              {text.compared(sameDay.day, share(sameDay.answers, lastFunnel.invited))}{' '}
              {projected === null ? null : text.projected(nearestPercent(projected))}
            </p>
          ) : null}
          <CountedNote funnel={funnel} />
          {withdrawn !== null && withdrawn > 0 ? <p className={ui.soft}>{text.withdrawn(withdrawn)}</p> : null}
        </>
      }
    >
      {last ? (
        <ChartFigure label={text.describe(last.day, share(last.answers, funnel.invited))}>
          <ResponseChart
            now={now}
            before={earlier}
            nowName={text.now}
            beforeName={beforeName}
            marks={reminderDays(wave).map((days, at) => ({ day: days + 1, name: at === 0 ? text.first : text.last }))}
            length={lengthInDays(wave, timeZone)}
            dateOf={dateOf}
          />
        </ChartFigure>
      ) : null}
      {funnel.counted.kind !== 'not-yet' && !last ? <p className={ui.soft}>{text.none}</p> : null}
    </ChartPanel>
  )
}

/** Everybody who had answered by the end of a day of the wave. */
interface CurvePoint {
  /** 1 is the day on which the wave opened. */
  readonly day: number
  readonly date: CalendarDate
  readonly answers: number
  /** The share of the invited, 0-1. */
  readonly share: number
}

type Counts = Pick<Funnel, 'answered' | 'days' | 'invited' | 'counted'> & {
  readonly wave: Pick<Funnel['wave'], 'openedAt' | 'closesAt'>
}

/** Adds up the published answers per day, up to the last counted day; empty before the first figure. */
export function responseCurve(
  { counted, answered, days, invited, wave }: Counts,
  timeZone: string,
): readonly CurvePoint[] {
  if (answered === null || invited === 0) return []
  const opened = dateAt(wave.openedAt, timeZone)
  const counts = new Map(days.map(({ day, count }) => [day, count]))
  const end = dateAt(counted.kind === 'hourly' ? counted.asOf : wave.closesAt - 1, timeZone)
  const last = later(later(end, opened), days.at(-1)?.day ?? opened)
  let answers = 0
  return Array.from({ length: daysBetween(opened, last) + 1 }, (_, at) => {
    const date = addDays(opened, at)
    answers += counts.get(date) ?? 0
    return { day: at + 1, date, answers, share: answers / invited }
  })
}

/** The number of days on which the wave takes answers. */
export const lengthInDays = ({ openedAt, closesAt }: Counts['wave'], timeZone: string): number =>
  Math.max(1, daysBetween(dateAt(openedAt, timeZone), dateAt(closesAt - 1, timeZone)) + 1)

/**
 * The share at the end if the wave goes on like the last one from the same day; null without one to go by, or on its
 * last day.
 */
export function projectedShare(now: readonly CurvePoint[], before: readonly CurvePoint[]): number | null {
  const [today, sameDay, end] = [now.at(-1), before[now.length - 1], before.at(-1)]
  if (!today || !sameDay || !end || sameDay === end || sameDay.share === 0) return null
  return Math.min(1, (today.share * end.share) / sameDay.share)
}

type Planned = Pick<Wave, 'openedAt' | 'closesAt' | 'status' | 'firstReminderDays' | 'lastReminderDays' | 'letterLimit'>

interface ComingDate {
  readonly date: CalendarDate
  readonly event: 'first' | 'last' | 'closes' | 'results'
}

/** Days after the invitation on which reminders are sent. */
const reminderDays = ({
  firstReminderDays,
  lastReminderDays,
  letterLimit,
}: Pick<Planned, 'firstReminderDays' | 'lastReminderDays' | 'letterLimit'>): readonly number[] =>
  [firstReminderDays, lastReminderDays].slice(0, Math.max(0, letterLimit - 1))

/** The dates of an open wave that are still ahead, in order. */
export function comingDates(wave: Planned, today: CalendarDate, timeZone: string): readonly ComingDate[] {
  if (wave.status !== 'open') return []
  const opened = dateAt(wave.openedAt, timeZone)
  const closes = dateAt(wave.closesAt - 1, timeZone)
  const reminders = reminderDays(wave).map((days, at): ComingDate => {
    return { date: addDays(opened, days), event: at === 0 ? 'first' : 'last' }
  })
  return [
    ...reminders.filter(({ date }) => date <= closes),
    { date: closes, event: 'closes' } as const,
    { date: addDays(closes, 1), event: 'results' } as const,
  ].filter(({ date }) => date >= today)
}
