import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import styles from './shell.module.css'

/** The layout of pages before sign-in. */
export function PlainPage({ children }: { readonly children: ReactNode }) {
  const { words } = useLanguage()
  return (
    <div className={styles.plain}>
      <header className={styles.plainBar}>
        <span className={styles.brand}>{words.reporting.shell.brand}</span>
        <LanguageSwitch />
      </header>
      <main>{children}</main>
    </div>
  )
}
