import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { useLanguage } from '../language.tsx'
import styles from './row-list.module.css'

/** The page size of the server. */
export const ROWS_A_PAGE = 20

interface RowsPagerProps {
  readonly register: RegisterId
  readonly total: number
  readonly page: number
}

/** Renders nothing if all rows fit on one page. */
export function RowsPager({ register, total, page }: RowsPagerProps) {
  const text = useLanguage().words.reporting.rows
  const pages = Math.max(page, Math.ceil(total / ROWS_A_PAGE))
  if (pages === 1) return null
  const to = (next: number, label: string) => (
    <Link to="/registers/$register" params={{ register }} search={(current) => ({ ...current, page: next })}>
      {label}
    </Link>
  )
  return (
    <nav className={styles.pager} aria-label={text.page(page, pages)}>
      {page > 1 ? to(page - 1, text.before) : null}
      <span>{text.page(page, pages)}</span>
      {page < pages ? to(page + 1, text.after) : null}
    </nav>
  )
}
