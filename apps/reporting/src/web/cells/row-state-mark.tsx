import type { Cells } from '@wayproof/evidence'
import type { RegisterId } from '@wayproof/evidence/register'
import { rowState } from '@wayproof/evidence/row-state'
import { StateMark } from '../components/state-mark.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ROW_STATE_SHAPE } from './row-state-shape.ts'

/** Shows the row's state today; renders nothing for a register without states. */
export function RowStateMark({ register, cells }: { readonly register: RegisterId; readonly cells: Cells }) {
  const { words } = useLanguage()
  const { today } = useOrganisationDays()
  const state = rowState(register, cells, today)
  return state ? <StateMark shape={ROW_STATE_SHAPE[state]} label={words.reporting.rowStates[state]} /> : null
}
