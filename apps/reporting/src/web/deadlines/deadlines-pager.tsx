import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import styles from './deadlines.module.css'

interface DeadlinesPagerProps {
  readonly page: number
  readonly pages: number
}

/** Renders nothing if all deadlines fit on one page. */
export function DeadlinesPager({ page, pages }: DeadlinesPagerProps) {
  const text = useLanguage().words.deadlines.page
  if (pages === 1 && page === 1) return null
  const to = (next: number, label: string) => (
    <Link to="/deadlines" search={(current) => ({ ...current, page: next })}>
      {label}
    </Link>
  )
  return (
    <nav className={styles.pager} aria-label={text.pageOf(page, pages)}>
      {page > 1 ? to(Math.min(page - 1, pages), text.sooner) : null}
      <span>{text.pageOf(page, pages)}</span>
      {page < pages ? to(page + 1, text.later) : null}
    </nav>
  )
}
