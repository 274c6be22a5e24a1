import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { day, shortDay } from '@wayproof/messages/date-format'
import { type Action, isOpenAction, isOverdueAction } from '@wayproof/oversight/actions/action'
import type { ReactNode } from 'react'
import { actionText } from '../actions/action-text.ts'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ComingPanel } from './coming-panel.tsx'
import decidedStyles from './decided.module.css'
import styles from './home.module.css'

/** The part of the home below the goals: coming days and decisions. */
export function BelowGoals() {
  return (
    <div className={styles.home}>
      {useMe().user?.role === 'executive' ? null : <ComingPanel />}
      <DecidedPanel />
    </div>
  )
}

const MAX_ROWS = 6

/** The decisions of the last meeting with their actions; before the first meeting, the agreed actions. */
function DecidedPanel() {
  const { locale, words } = useLanguage()
  const text = words.reporting.home.decided
  const meetings = useQuery(trpc.meeting.list.queryOptions()).data
  const listed = useQuery(trpc.action.list.queryOptions()).data
  if (!meetings || !listed) return null
  const { actions, today } = listed
  const last = meetings.meetings.find(({ heldOn }) => heldOn !== null)
  const next = meetings.meetings.findLast(({ heldOn, plannedOn }) => heldOn === null && plannedOn >= today)
  if (!last?.heldOn) {
    const rows = actions
      .filter(isOpenAction)
      .slice(0, MAX_ROWS)
      .map((action): Decided => ({ id: action.id, text: actionText(action, locale), action }))
    return (
      <Rows
        title={text.agreed}
        links={<Link to="/actions">{text.actions}</Link>}
        rows={rows}
        today={today}
        none={text.none}
      />
    )
  }
  const rows = last.decisions.map(({ id, text: decision, action }): Decided => {
    const listedAction = action && actions.find((each) => each.id === action.id)
    return { id, text: decision, action: listedAction ?? null }
  })
  const links = (
    <>
      <Link to="/meetings/$meeting" params={{ meeting: last.id }}>
        {text.minutes}
      </Link>
      <Link to="/meetings">{next ? text.next(day(next.plannedOn, locale)) : text.plan}</Link>
    </>
  )
  return (
    <Rows title={text.title(day(last.heldOn, locale))} links={links} rows={rows} today={today} none={text.nothing} />
  )
}

interface RowsProps {
  readonly title: string
  readonly links: ReactNode
  readonly rows: readonly Decided[]
  readonly today: string
  readonly none: string
}

function Rows({ title, links, rows, today, none }: RowsProps) {
  return (
    <Panel title={title} actions={<span className={decidedStyles.links}>{links}</span>}>
      {rows.length === 0 ? <p className={ui.soft}>{none}</p> : null}
      <ul className={decidedStyles.list}>
        {rows.map((row) => (
          <DecidedRow key={row.id} decided={row} today={today} />
        ))}
      </ul>
    </Panel>
  )
}

/** A decision, and the action that follows from it. */
interface Decided {
  readonly id: string
  readonly text: string
  /** Null if none follows. */
  readonly action: Pick<Action, 'owner' | 'dueOn' | 'outcome'> | null
}

interface DecidedRowProps {
  readonly decided: Decided
  readonly today: string
}

function DecidedRow({ decided: { text: decision, action }, today }: DecidedRowProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.home.decided
  return (
    <li className={decidedStyles.row}>
      <p className={decidedStyles.text}>
        <Verbatim>{decision}</Verbatim>
      </p>
      {action ? (
        <>
          <p>{words.goals.owners[action.owner]}</p>
          <p className={decidedStyles.due}>{text.by(shortDay(action.dueOn, locale))}</p>
          <ActionState action={action} today={today} />
        </>
      ) : (
        <p className={decidedStyles.due}>{text.noAction}</p>
      )}
    </li>
  )
}

function ActionState({ action, today }: { readonly action: NonNullable<Decided['action']>; readonly today: string }) {
  const { words } = useLanguage()
  const text = words.reporting.home.decided
  if (isOverdueAction(action, today))
    return <StateMark shape="missed" label={words.deadlines.left.overdueDays(daysBetween(action.dueOn, today))} />
  const state = action.outcome?.state ?? 'open'
  return <StateMark shape={state === 'done' ? 'demonstrated' : 'unknown'} label={text[state]} />
}
