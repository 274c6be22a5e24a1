import type { RegisterId } from '@wayproof/evidence/register'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { type RowState, rowState } from '@wayproof/evidence/rows/row-state'
import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import { StateMark } from '../components/state-mark.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

interface RowStateMarkProps {
  readonly register: RegisterId
  readonly cells: Cells
  /** Whether the days of an overdue row are shown elsewhere. */
  readonly isShort?: boolean
}

/** Shows the row's state today, and by how many days it is overdue; renders nothing for a register without states. */
export function RowStateMark({ register, cells, isShort = false }: RowStateMarkProps) {
  const { words } = useLanguage()
  const { today } = useOrganisationDays()
  const state = rowState(register, cells, today)
  if (!state) return null
  const label =
    !isShort && state === 'overdue' && typeof cells.dueOn === 'string'
      ? words.deadlines.left.overdueDays(daysBetween(cells.dueOn, today))
      : words.reporting.rowStates[state]
  return <StateMark shape={ROW_STATE_SHAPE[state]} label={label} />
}

const ROW_STATE_SHAPE: Readonly<Record<RowState, Shape>> = {
  'in-force': 'demonstrated',
  'expires-soon': 'amber',
  expired: 'missed',
  planned: 'unknown',
  sent: 'amber',
  answered: 'amber',
  reviewed: 'amber',
  closed: 'demonstrated',
  open: 'amber',
  overdue: 'missed',
  done: 'met',
  effective: 'demonstrated',
  ineffective: 'missed',
  fixed: 'demonstrated',
}
