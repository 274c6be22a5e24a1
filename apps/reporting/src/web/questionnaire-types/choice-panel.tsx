import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import { freeValue } from './free-value.ts'
import { TextRows } from './text-rows.tsx'

/** The answers of a single choice in both languages. */
export function ChoicePanel({ item, changeItem }: ItemEditing) {
  const { choice: text } = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'choice') return null
  return (
    <TextRows
      rows={item.options}
      words={text}
      blank={() => ({ value: freeValue(item.options), 'zh-CN': '', en: '' })}
      onChange={(options, place) => changeItem({ ...item, options }, place ? `${item.id} ${place}` : null)}
    />
  )
}
