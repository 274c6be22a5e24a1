import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { textDifferences } from '@wayproof/forms/questionnaire-draft/version-difference'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { numberOf } from '../questionnaire-fields/item-names.ts'
import { shortText } from '../questionnaire-fields/short-text.ts'
import styles from './questionnaire.module.css'

/** Longer texts are shown by their beginning: they cannot be published anyway. */
const LONGEST = 2_000

interface DifferenceTableProps {
  readonly before: Questionnaire
  readonly after: Questionnaire
  readonly caption: string
  readonly names: { readonly before: string; readonly after: string }
}

/** The texts that differ between two versions, in both languages. */
export function DifferenceTable({ before, after, caption, names }: DifferenceTableProps) {
  const { compare: text, fix } = useLanguage().words.reporting.questionnaire
  const placeOf = (path: string) => {
    const [kind = '', id = ''] = path.split('.')
    if (kind === 'stem') return text.place.stem
    if (kind === 'scales') return text.place.scales
    return fix.question(String(numberOf(after, id) || numberOf(before, id)))
  }
  return (
    <WideTable caption={caption} isStacked>
      <thead>
        <tr>
          {[text.where, names.before, names.after].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.differences}>
        {textDifferences(before, after).map(({ at, language, ...texts }) => (
          <tr key={`${at} ${language}`}>
            <th scope="row">{placeOf(at)}</th>
            <td data-label={names.before}>
              {texts.before === null ? (
                text.absent
              ) : (
                <del lang={language} dir="auto" translate="no">
                  {shortText(texts.before, LONGEST)}
                </del>
              )}
            </td>
            <td data-label={names.after}>
              {texts.after === null ? (
                text.absent
              ) : (
                <ins lang={language} dir="auto" translate="no">
                  {shortText(texts.after, LONGEST)}
                </ins>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
