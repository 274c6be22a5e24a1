import { LOCALES } from '@wayproof/kernel'
import type { Questionnaire } from '@wayproof/survey'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

const COLUMNS = ['number', ...LOCALES] as const

/** All questions of a published version in both languages. */
export function QuestionTable({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { list: text, languages, item } = useLanguage().words.reporting.questionnaireItems
  const names = { ...languages, number: item.number }
  return (
    <Panel title={text.title} note={text.minutes(questionnaire.estimatedMinutes)}>
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={COLUMNS} names={names} />
        <tbody>
          {questionnaire.items.map((each, nth) => (
            <tr key={each.id}>
              <th scope="row" data-label={names.number}>
                {nth + 1}
              </th>
              {LOCALES.map((locale) => (
                <td key={locale} lang={locale} translate="no" dir="auto">
                  {each[locale]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
