import { Link, type LinkProps } from '@tanstack/react-router'
import styles from './tabs.module.css'

export interface Tab extends Pick<LinkProps, 'to' | 'params' | 'search'> {
  readonly label: string
  /** Stands small beside the label: a count, or when the tab opens. */
  readonly note?: string | null
}

interface TabsProps {
  /** Names the navigation for screen readers. */
  readonly label: string
  readonly tabs: readonly Tab[]
  /** Set it where tabs differ by the query of the address and share its path. */
  readonly isBySearch?: boolean
}

/** The parts of one subject, each with its own address; the router marks the current one with `aria-current`. */
export function Tabs({ label: name, tabs, isBySearch = false }: TabsProps) {
  return (
    <nav className={styles.tabs} aria-label={name}>
      {tabs.map(({ label, note, ...link }) => (
        <Link
          key={label}
          {...link}
          className={styles.tab}
          activeOptions={{ exact: true, includeSearch: isBySearch }}
          resetScroll={false}
        >
          {label}
          {note ? <small className={styles.note}>{note}</small> : null}
        </Link>
      ))}
    </nav>
  )
}
