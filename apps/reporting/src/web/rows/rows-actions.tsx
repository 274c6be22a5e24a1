import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from './rows.module.css'

interface RowsActionsProps {
  readonly register: RegisterId
  readonly mayWrite: boolean
}

export function RowsActions({ register, mayWrite }: RowsActionsProps) {
  const text = useLanguage().words.reporting.rows
  return (
    <span className={`${ui.links} ${styles.actions}`}>
      {mayWrite ? (
        <>
          <Link to="/registers/$register" params={{ register }} search={{ row: 'new' }}>
            {text.add}
          </Link>
          <Link to="/registers/$register" params={{ register }} search={{ row: 'removed' }}>
            {text.removed}
          </Link>
        </>
      ) : null}
      {(['csv', 'xlsx'] as const).map((form) => (
        <a key={form} href={`/export/${register}/${form}`} download>
          {text.exportAs(form.toUpperCase())}
        </a>
      ))}
    </span>
  )
}
