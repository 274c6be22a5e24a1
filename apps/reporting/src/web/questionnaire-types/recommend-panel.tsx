import { allWordings, type SurveyText, withWording } from '@wayproof/forms/questionnaire/survey-text'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import styles from '../questionnaire-fields/items.module.css'
import { LocalFields } from '../questionnaire-fields/local-fields.tsx'
import { DontKnowField } from './dont-know-field.tsx'

const NO_TEXT: SurveyText = { 'zh-CN': '', en: '' }

/** The wording of both ends of a recommendation. Without any text the numbers stand alone. */
export function RecommendPanel({ item, changeItem }: ItemEditing) {
  const { recommend: text } = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'recommend') return null
  const { ends = { lowest: NO_TEXT, highest: NO_TEXT }, ...rest } = item
  const change = (next: typeof ends, field: string) => {
    const isBlank = [next.lowest, next.highest].every((end) => allWordings(end).every((words) => words === ''))
    changeItem(isBlank ? rest : { ...rest, ends: next }, `${item.id} ${field}`)
  }
  return (
    <fieldset className={styles.block}>
      <legend className={styles.label}>{text.title}</legend>
      <LocalFields
        label={text.lowest}
        mark="0"
        value={ends.lowest}
        onChange={(language, words) =>
          change({ ...ends, lowest: withWording(ends.lowest, language, words) }, `lowest ${language}`)
        }
      />
      <LocalFields
        label={text.highest}
        mark="10"
        value={ends.highest}
        onChange={(language, words) =>
          change({ ...ends, highest: withWording(ends.highest, language, words) }, `highest ${language}`)
        }
      />
      <DontKnowField item={item} changeItem={changeItem} />
    </fieldset>
  )
}
