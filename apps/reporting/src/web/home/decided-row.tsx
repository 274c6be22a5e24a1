import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { shortDay } from '@wayproof/messages/date-format'
import { type Action, isOverdueAction } from '@wayproof/oversight/actions/action'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import styles from './decided.module.css'

/** A decision, and the action that follows from it. */
export interface Decided {
  readonly id: string
  readonly text: string
  /** Null if none follows. */
  readonly action: Pick<Action, 'owner' | 'dueOn' | 'outcome'> | null
}

interface DecidedRowProps {
  readonly decided: Decided
  readonly today: string
}

export function DecidedRow({ decided: { text: decision, action }, today }: DecidedRowProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.home.decided
  return (
    <li className={styles.row}>
      <p className={styles.text}>
        <Verbatim>{decision}</Verbatim>
      </p>
      {action ? (
        <>
          <p>{words.goals.owners[action.owner]}</p>
          <p className={styles.due}>{text.by(shortDay(action.dueOn, locale))}</p>
          <ActionState action={action} today={today} />
        </>
      ) : (
        <p className={styles.due}>{text.noAction}</p>
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
