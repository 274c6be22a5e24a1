import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addDays, type CalendarDate, dateAt, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, periodOf } from '@wayproof/kernel/calendar/period'
import { shortDay } from '@wayproof/messages/date-format'
import { taskText } from '@wayproof/messages/deadline-text'
import type { Messages } from '@wayproof/messages/en'
import type { ListedDeadline } from '@wayproof/oversight/deadlines/read-deadlines'
import { dueDay, isOverdue } from '@wayproof/oversight/deadlines/urgency'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { DeadlineLink } from '../deadlines/deadline-link.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './timeline.module.css'

/** The next 60 days on a line; on a phone as a list. */
export function ComingPanel() {
  const text = useLanguage().words.reporting.home.coming
  const coming = useComing()
  return (
    <Panel
      title={text.title}
      note={coming && coming.total > 0 ? text.count(coming.total) : undefined}
      actions={<Link to="/deadlines">{text.list}</Link>}
    >
      {coming?.marks.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      {coming && coming.marks.length > 0 ? (
        <>
          <Timeline coming={coming} />
          <ComingList marks={coming.marks} />
        </>
      ) : null}
    </Panel>
  )
}

/** The marks of the timeline as a list, for narrow screens. */
function ComingList({ marks }: { readonly marks: readonly ComingMark[] }) {
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

const percent = (share: number) => `${share * 100}%`

/** Draws the marks on a line, with their names on both sides so that none covers another. */
function Timeline({ coming: { marks, waves } }: { readonly coming: Coming }) {
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

/** Least and greatest width of a label, as a share of the timeline. */
const LABEL_SHARE = 0.155
const MOST_SHARE = 0.32

/** On which side of the line a label stands, and whether it ends at its mark instead of beginning there. */
interface LabelPlace {
  readonly side: 'above' | 'below'
  readonly endsAtMark: boolean
  /** Share of the timeline that the label may fill. */
  readonly width: number
}

const isFixed = ({ kind }: Pick<ComingMark, 'kind'>) => kind !== 'duties'

/**
 * Places the labels so that none covers another: those of overdue tasks, half-years and waves first, then the tasks in
 * order. Null for a mark whose label finds no room.
 */
export function labelPlaces(marks: readonly Pick<ComingMark, 'kind' | 'share'>[]): readonly (LabelPlace | null)[] {
  const taken: Record<LabelPlace['side'], (readonly [number, number])[]> = { above: [], below: [] }
  const places = new Map<number, Omit<LabelPlace, 'width'>>()
  const order = marks.map((_, i) => i).sort((a, b) => Number(isFixed(marks[b]!)) - Number(isFixed(marks[a]!)) || a - b)
  for (const i of order) {
    const { share } = marks[i]!
    const endsAtMark = share > 1 - LABEL_SHARE
    const [from, to] = endsAtMark ? [share - LABEL_SHARE, share] : [share, share + LABEL_SHARE]
    const side = (['above', 'below'] as const).find((each) => taken[each].every(([a, b]) => to <= a || from >= b))
    if (!side) continue
    taken[side].push([from, to])
    places.set(i, { side, endsAtMark })
  }
  return marks.map(({ share }, i) => {
    const place = places.get(i)
    return place ? { ...place, width: roomFor(share, place.endsAtMark, taken[place.side]) } : null
  })
}

/** A label that begins at its mark may reach to the next one on its side. */
function roomFor(share: number, endsAtMark: boolean, taken: readonly (readonly [number, number])[]): number {
  if (endsAtMark) return LABEL_SHARE
  const next = Math.min(1, ...taken.map(([from]) => from).filter((from) => from > share))
  return Math.min(MOST_SHARE, next - share)
}

type ComingWords = Messages['reporting']['home']['coming']

const eventText = (kind: ComingMark['kind'], text: ComingWords): string =>
  kind === 'wave-opens' ? text.waveOpens : kind === 'wave-closes' ? text.waveCloses : text.halfYearEnds

/** Names a mark of the timeline and leads to its task, or to the list of several. */
function MarkLabel({ mark: { kind, deadlines } }: { readonly mark: ComingMark }) {
  const text = useLanguage().words.reporting.home.coming
  const [first] = deadlines
  if (!first) return eventText(kind, text)
  if (deadlines.length === 1) return <DeadlineLink deadline={first} />
  return <Link to="/deadlines">{(kind === 'overdue' ? text.overdue : text.duties)(deadlines.length)}</Link>
}

/** The same as plain text, with every task of the day. */
function useMarkText({ kind, deadlines }: ComingMark): string {
  const { locale, words } = useLanguage()
  if (deadlines.length === 0) return eventText(kind, words.reporting.home.coming)
  return deadlines.map((deadline) => taskText(deadline, words, locale)).join(words.reporting.shell.listed)
}

/** Deadlines in hours change on the screen. */
const EVERY_MS = 60_000

interface Coming {
  readonly marks: readonly ComingMark[]
  readonly waves: readonly WaveDays[]
  /** Number of deadlines that are not overdue, shown or not. */
  readonly total: number
}

/** The deadlines that the reader may see, waves, and the end of the half-year. */
function useComing(): Coming | null {
  const { timeZone } = useMe()
  const coming = useQuery({ ...trpc.deadline.coming.queryOptions(), refetchInterval: EVERY_MS }).data
  const opened = useQuery(trpc.wave.list.queryOptions()).data
  const programme = useQuery(trpc.programme.get.queryOptions()).data
  if (!coming || !opened || !programme) return null
  const dayOf = (at: number) => dateAt(at, timeZone)
  const waves = opened
    .filter(({ status }) => status === 'open')
    .map(({ openedAt, closesAt }) => ({ opensOn: dayOf(openedAt), closesOn: dayOf(closesAt - 1) }))
  const { next, programme: plan } = programme
  const planned = next ? [{ opensOn: dayOf(next.at), closesOn: addDays(dayOf(next.at), plan.daysOpen - 1) }] : []
  const all = [...waves, ...planned]
  const total = coming.deadlines.filter(({ due }) => !isOverdue(due, coming.now, coming.timeZone)).length
  return { marks: comingMarks({ ...coming, waves: all }), waves: all, total }
}

/** Days that the timeline shows. */
const SPAN_DAYS = 60

/** A day with something to show; overdue tasks stand together at today. */
interface ComingMark {
  readonly kind: 'overdue' | 'duties' | 'half-year' | 'wave-opens' | 'wave-closes'
  readonly day: CalendarDate
  /** 0 for today, 1 for the end of the timeline. */
  readonly share: number
  readonly deadlines: readonly ListedDeadline[]
}

/** First and last day of a wave. */
interface WaveDays {
  readonly opensOn: CalendarDate
  readonly closesOn: CalendarDate
}

interface ComingInput {
  readonly deadlines: readonly ListedDeadline[]
  readonly waves: readonly WaveDays[]
  readonly now: number
  readonly timeZone: string
}

/** The marks of the timeline, in the order of their days. */
export function comingMarks({ deadlines, waves, now, timeZone }: ComingInput): readonly ComingMark[] {
  const today = dateAt(now, timeZone)
  const end = addDays(today, SPAN_DAYS)
  const mark = (kind: ComingMark['kind'], day: CalendarDate, some: readonly ListedDeadline[] = []): ComingMark => ({
    ...{ kind, day, deadlines: some },
    share: daysBetween(today, day) / SPAN_DAYS,
  })
  const overdue = deadlines.filter(({ due }) => isOverdue(due, now, timeZone))
  const open = deadlines.filter(({ due }) => !isOverdue(due, now, timeZone))
  const byDay = Map.groupBy(open, ({ due }) => dueDay(due, timeZone))
  const marks = [
    ...(overdue.length > 0 ? [mark('overdue', today, overdue)] : []),
    mark('half-year', lastDay(periodOf('half-year', today))),
    ...waves.flatMap(({ opensOn, closesOn }) => [mark('wave-opens', opensOn), mark('wave-closes', closesOn)]),
    ...[...byDay].map(([day, some]) => mark('duties', day, some)),
  ]
  // Sorting is stable: on one day the overdue tasks come first, then the half-year and the wave.
  return marks
    .filter(({ day }) => day >= today && day <= end)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** The part of a wave on the timeline, as shares of its length; null outside of it. */
export function waveSpan({ opensOn, closesOn }: WaveDays, today: CalendarDate): readonly [number, number] | null {
  const [from, to] = [daysBetween(today, opensOn) / SPAN_DAYS, daysBetween(today, closesOn) / SPAN_DAYS]
  return to < 0 || from > 1 ? null : [Math.max(0, from), Math.min(1, to)]
}
