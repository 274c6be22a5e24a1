import { day } from '@wayproof/messages'
import type { PolicyVersion } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './policies.module.css'

/** Lists the approved versions and the languages of their texts. */
export function VersionsPanel({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.policies
  if (versions.length === 0)
    return (
      <Panel title={text.versions}>
        <p className={ui.soft}>{text.noVersion}</p>
      </Panel>
    )
  const columns = text.versionColumns
  return (
    <Panel title={text.versions}>
      <WideTable caption={text.versions} isStacked>
        <ColumnHeads columns={['version', 'approved', 'inForce', 'texts']} names={columns} />
        <tbody>
          {versions.map(({ version, approvedOn, inForceOn, texts }) => (
            <tr key={version}>
              <th scope="row" translate="no">
                {version}
              </th>
              <td data-label={columns.approved}>{day(approvedOn, locale)}</td>
              <td data-label={columns.inForce}>{day(inForceOn, locale)}</td>
              <td data-label={columns.texts}>
                {texts.length === 0 ? <span className={ui.soft}>{text.noText}</span> : null}
                {texts.map(({ language, addedAt, addedBy, digest }) => (
                  <span key={language} className={styles.below} translate="no" title={digest}>
                    {words.reporting.shell.labelled(language, `${dayOf(addedAt)}, ${addedBy}`)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
