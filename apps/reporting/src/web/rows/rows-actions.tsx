import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'

interface RowsActionsProps {
  readonly register: RegisterId
  readonly mayWrite: boolean
}

export function RowsActions({ register, mayWrite }: RowsActionsProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  if (!mayWrite) return null
  return (
    <span className={ui.links}>
      <Link to="/registers/$register" params={{ register }} search={{ row: 'new' }}>
        {text.add}
      </Link>
      <Link to="/registers/$register/import" params={{ register }}>
        {words.reporting.registers.import}
      </Link>
      <Link to="/registers/$register" params={{ register }} search={{ row: 'removed' }}>
        {text.removed}
      </Link>
    </span>
  )
}
