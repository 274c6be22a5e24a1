import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import styles from './settings.module.css'
import type { SettingsSection } from './settings-sections.ts'

interface SettingsMenuProps {
  readonly sections: readonly SettingsSection[]
  readonly open: SettingsSection
}

export function SettingsMenu({ sections, open }: SettingsMenuProps) {
  const { account, shell } = useLanguage().words.reporting
  return (
    <nav className={styles.menu} aria-label={shell.settings}>
      {sections.map((section) => (
        <Link
          key={section}
          to="/settings/$section"
          params={{ section }}
          className={styles.entry}
          aria-current={section === open ? 'page' : undefined}
        >
          {account.settings.sections[section]}
        </Link>
      ))}
    </nav>
  )
}
