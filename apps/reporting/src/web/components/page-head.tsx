import { type ReactNode, useEffect } from 'react'
import { useLanguage } from '../language.tsx'
import { PageTrail } from '../trail/page-trail.tsx'
import styles from './components.module.css'
import { Verbatim } from './verbatim.tsx'

interface PageHeadProps {
  /** The sentence that sums up the page. */
  readonly title: string
  /** The part of the title that a person wrote, which is not translated. */
  readonly verbatim?: string
  readonly lead?: ReactNode
  readonly breadcrumb?: ReactNode
  /** Links to the pages between the menu and this page, then this page's short name. */
  readonly trail?: readonly ReactNode[]
  readonly children?: ReactNode
}

/** Shows the page's title and makes it the window's title too. */
export function PageHead({ title, verbatim, lead, breadcrumb, trail = [], children }: PageHeadProps) {
  const { words } = useLanguage()
  useEffect(() => {
    document.title = `${title} · ${words.reporting.shell.brand}`
  }, [title, words])
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <PageTrail trail={trail} />
        {breadcrumb}
        <h1 className={styles.title}>{verbatim ? withVerbatim(title, verbatim) : title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {children}
    </header>
  )
}

function withVerbatim(title: string, verbatim: string): ReactNode {
  const at = title.indexOf(verbatim)
  return (
    <>
      {title.slice(0, at)}
      <Verbatim>{verbatim}</Verbatim>
      {title.slice(at + verbatim.length)}
    </>
  )
}
