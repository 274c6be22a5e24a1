import styles from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'

interface TablePagerProps {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

/** Turns the pages of a table whose rows are all loaded. */
export function TablePager({ page, pages, onPage }: TablePagerProps) {
  const text = useLanguage().words.reporting.shell.pager
  if (pages < 2) return null
  return (
    <nav className={styles.pager} aria-label={text.page(page, pages)}>
      <LinkButton disabled={page === 1} onClick={() => onPage(page - 1)}>
        {text.previous}
      </LinkButton>
      <span>{text.page(page, pages)}</span>
      <LinkButton disabled={page === pages} onClick={() => onPage(page + 1)}>
        {text.next}
      </LinkButton>
    </nav>
  )
}
