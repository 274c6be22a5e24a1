import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { useLanguage } from '../language.tsx'

/** What the keeper of a register can do beside reading it. */
export function RowsActions({ register }: { readonly register: RegisterId }) {
  const text = useLanguage().words.reporting.rows
  return (
    <>
      <Link to="/registers/$register" params={{ register }} search={{ row: 'new' }}>
        {text.add}
      </Link>
      <span>·</span>
      <Link to="/registers/$register" params={{ register }} search={{ row: 'removed' }}>
        {text.removed}
      </Link>
    </>
  )
}
