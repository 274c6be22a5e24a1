import { leftText } from '@wayproof/messages/deadline-text'
import type { Due } from '@wayproof/oversight/deadlines/deadline'
import { isOverdue, timeLeft } from '@wayproof/oversight/deadlines/urgency'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import { StateMark } from '../components/state-mark.tsx'
import { useLanguage } from '../language.tsx'

interface DueMarkProps {
  readonly due: Due
  readonly now: number
  readonly timeZone: string
}

/** Days before the end of a task from which it is marked as near. */
const NEAR_DAYS = 7

/** The time left to a deadline: red once it is over, amber within seven days. */
export function DueMark({ due, now, timeZone }: DueMarkProps) {
  const { words } = useLanguage()
  return <StateMark shape={dueShape({ due, now, timeZone })} label={leftText(timeLeft(due, now, timeZone), words)} />
}

/** A cross once it is over, a triangle within seven days. */
export function dueShape({ due, now, timeZone }: DueMarkProps): Shape {
  if (isOverdue(due, now, timeZone)) return 'missed'
  const left = timeLeft(due, now, timeZone)
  return left.ms !== undefined || left.days <= NEAR_DAYS ? 'amber' : 'unknown'
}
