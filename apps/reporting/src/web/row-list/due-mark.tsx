import ui from '../components/components.module.css'
import { StateMark } from '../components/state-mark.tsx'
import type { RowDue } from './row-due.ts'

/** A countdown: red with a shape only when overdue, amber within a week. */
export function DueMark({ due }: { readonly due: RowDue }) {
  if (due.isOverdue) return <StateMark shape="missed" label={due.text} />
  if (due.isSoon) return <StateMark shape="amber" label={due.text} />
  return <span className={ui.soft}>{due.text}</span>
}
