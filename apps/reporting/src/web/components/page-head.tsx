import { type ReactNode, useEffect } from 'react'
import { useLanguage } from '../language.tsx'
import styles from './components.module.css'
import { Verbatim } from './verbatim.tsx'

interface PageHeadProps {
  /** The sentence that sums up the page. */
  readonly title: string
  /** The part of the title that a person wrote, which is not translated. */
  readonly own?: string
  readonly lead?: ReactNode
  readonly above?: ReactNode
  readonly children?: ReactNode
}

/** Shows the page's title and makes it the window's title too. */
export function PageHead({ title, own, lead, above, children }: PageHeadProps) {
  const { words } = useLanguage()
  useEffect(() => {
    document.title = `${title} · ${words.reporting.shell.brand}`
  }, [title, words])
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        {above}
        <h1 className={styles.title}>{own ? withOwn(title, own) : title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {children}
    </header>
  )
}

function withOwn(title: string, own: string): ReactNode {
  const at = title.indexOf(own)
  return (
    <>
      {title.slice(0, at)}
      <Verbatim>{own}</Verbatim>
      {title.slice(at + own.length)}
    </>
  )
}
