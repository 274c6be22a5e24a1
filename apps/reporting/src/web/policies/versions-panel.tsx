import { day } from '@wayproof/messages/date-format'
import { languageName } from '@wayproof/messages/language-name'
import type { ReactNode } from 'react'
import type { PolicyVersion } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './policies.module.css'

interface VersionsPanelProps {
  readonly versions: readonly PolicyVersion[]
  /** Buttons under the list. */
  readonly children: ReactNode
}

/** Lists the approved versions, newest first, and the languages of their texts. */
export function VersionsPanel({ versions, children }: VersionsPanelProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.policies
  return (
    <Panel title={text.versions}>
      {versions.length === 0 ? <p className={ui.soft}>{text.noVersion}</p> : null}
      <ul className={styles.versions}>
        {versions.map(({ version, approvedOn, inForceOn, texts }) => (
          <li key={version}>
            <b>{text.cell.version(version)}</b>
            <span className={styles.below}>{text.inForce(day(inForceOn, locale), day(approvedOn, locale))}</span>
            {texts.length === 0 ? <span className={styles.below}>{text.noText}</span> : null}
            {texts.map(({ language, addedAt, addedBy, digest }) => (
              <span key={language} className={styles.below} title={digest}>
                {words.reporting.shell.labelled(languageName(language, locale), dayOf(addedAt))}
                {', '}
                <span translate="no">{addedBy}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <div className={ui.rowActions}>{children}</div>
    </Panel>
  )
}
