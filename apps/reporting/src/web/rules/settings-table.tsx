import { periodName, shortPeriod } from '@wayproof/messages/date-format'
import type { RulesInForce, SettingInForce } from '@wayproof/scorecard/rule-changes/list-rules'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import styles from './rules.module.css'
import { settingText } from './setting-text.ts'

/** Lists every rule and target: meaning, value, start and owner. */
export function SettingsTable({ rules }: { readonly rules: RulesInForce }) {
  const { locale, words } = useLanguage()
  const { table, names, meanings } = words.reporting.rules
  const { columns } = table
  const comingValues = ({ id, unit }: SettingInForce) =>
    rules.coming
      .filter(({ setting }) => setting === id)
      .map(({ value, appliesFrom }) =>
        table.coming(settingText({ unit }, value, words), periodName(appliesFrom, locale)),
      )
  return (
    <Panel title={table.title}>
      <WideTable caption={table.caption} isStacked>
        <ColumnHeads columns={['rule', 'value', 'since', 'owner']} names={columns} />
        <tbody>
          {rules.settings.map((setting) => (
            <tr key={setting.id}>
              <th scope="row" className={styles.rule}>
                {names[setting.id]}
                <p className={ui.soft}>{meanings[setting.id]}</p>
              </th>
              <td data-label={columns.value} className={styles.value}>
                {settingText(setting, setting.value, words)}
                {comingValues(setting).map((line) => (
                  <p key={line} className={ui.soft}>
                    {line}
                  </p>
                ))}
              </td>
              <td data-label={columns.since}>{setting.since ? shortPeriod(setting.since, locale) : table.start}</td>
              <td data-label={columns.owner}>{words.goals.owners[setting.owner]}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
