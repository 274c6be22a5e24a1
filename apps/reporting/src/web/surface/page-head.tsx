import { type ReactNode, useEffect } from 'react'
import { useLanguage } from '../language.tsx'
import styles from './surface.module.css'

interface PageHeadProps {
  /** The one sentence that says what there is to know. */
  readonly title: string
  readonly lead?: ReactNode
  readonly above?: ReactNode
  readonly children?: ReactNode
}

/** Every screen opens with its sentence, which is the window's title too. */
export function PageHead({ title, lead, above, children }: PageHeadProps) {
  const { words } = useLanguage()
  useEffect(() => {
    document.title = `${title} · ${words.reporting.shell.brand}`
  }, [title, words])
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        {above}
        <h1 className={styles.title}>{title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {children}
    </header>
  )
}
