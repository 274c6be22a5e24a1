import { getRouteApi, Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import type { RowView } from '@wayproof/evidence/rows/row-view'
import { count } from '@wayproof/messages/number-format'
import type { SavedView } from '../api.ts'
import { useLanguage } from '../language.tsx'
import styles from '../row-list/row-list.module.css'

interface RowsViewsProps {
  readonly register: RegisterId
  readonly views: readonly { readonly view: RowView; readonly rows: number }[]
  /** The reader's own views. */
  readonly saved: readonly SavedView[]
  /** The own view that the address shows. */
  readonly shown: SavedView | null
}

const route = getRouteApi('/inside/registers/$register')

/** The views of a register and the reader's own with their numbers of rows; the address holds the chosen one. */
export function RowsViews({ register, views, saved, shown: savedView }: RowsViewsProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.rows
  const { view: shownView = 'all' } = route.useSearch()
  if (views.length === 0 && saved.length === 0) return null
  return (
    <nav className={styles.views} aria-label={text.viewsLabel}>
      {views.map(({ view, rows }) => (
        <Link
          key={view}
          to="/registers/$register"
          params={{ register }}
          search={({ page: _, view: __, ...current }) => (view === 'all' ? current : { ...current, view })}
          aria-current={!savedView && view === shownView ? 'page' : undefined}
          data-alarm={(view === 'overdue' && rows > 0) || undefined}
          resetScroll={false}
        >
          {text.views[view]} <span>{count(rows, locale)}</span>
        </Link>
      ))}
      {views.length === 0 ? (
        <Link to="/registers/$register" params={{ register }} search={{}} resetScroll={false}>
          {text.views.all}
        </Link>
      ) : null}
      {saved.map((view) => (
        <Link
          key={view.id}
          to="/registers/$register"
          params={{ register }}
          search={view.search}
          aria-current={view.id === savedView?.id ? 'page' : undefined}
          resetScroll={false}
        >
          <span translate="no">{view.name}</span> <span>{count(view.rows, locale)}</span>
        </Link>
      ))}
    </nav>
  )
}
