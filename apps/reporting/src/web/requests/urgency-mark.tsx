import type { RightsUrgency } from '@wayproof/evidence/rights/rights-case'
import { type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import { StateMark } from '../components/state-mark.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

interface UrgencyMarkProps {
  readonly urgency: RightsUrgency
  readonly dueOn: CalendarDate | null
}

/** How urgent a case is, and by how many days it is overdue. */
export function UrgencyMark({ urgency, dueOn }: UrgencyMarkProps) {
  const { words } = useLanguage()
  const { today } = useOrganisationDays()
  const label =
    urgency === 'overdue' && dueOn !== null
      ? words.deadlines.left.overdueDays(daysBetween(dueOn, today))
      : words.reporting.requests.urgencies[urgency]
  return <StateMark shape={URGENCY_SHAPE[urgency]} label={label} />
}

const URGENCY_SHAPE: Readonly<Record<RightsUrgency, Shape>> = {
  overdue: 'missed',
  'due-soon': 'amber',
  'in-time': 'unknown',
  'no-term': 'unknown',
  answered: 'met',
}
