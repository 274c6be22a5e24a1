import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { wordingIn } from '@wayproof/forms/questionnaire/survey-text'
import { translatedInto } from '@wayproof/forms/questionnaire-draft/local-texts'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useNameOfLanguage } from '../questionnaire-fields/second-language.tsx'

/** All questions of a published version in each language that it has. */
export function QuestionTable({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { list: text, item } = useLanguage().words.reporting.questionnaireItems
  const nameOf = useNameOfLanguage()
  const written = [...LOCALES, ...translatedInto(questionnaire)]
  const names: Record<string, string> = { number: item.number }
  for (const language of written) names[language] = nameOf(language)
  return (
    <Panel title={text.title} note={text.minutes(questionnaire.estimatedMinutes)}>
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={['number', ...written]} names={names} />
        <tbody>
          {questionnaire.items.map((each, nth) => (
            <tr key={each.id}>
              <th scope="row" data-label={names.number}>
                {nth + 1}
              </th>
              {written.map((language) => (
                <td key={language} lang={language} translate="no" dir="auto">
                  {wordingIn(each, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
