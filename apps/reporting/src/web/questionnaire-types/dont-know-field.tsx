import { Checkbox } from '@mantine/core'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'

/** Whether a question with fixed answers also offers "don't know". */
export function DontKnowField({ item, changeItem }: Pick<ItemEditing, 'item' | 'changeItem'>) {
  const text = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'yes-no' && item.type !== 'recommend') return null
  return (
    <Checkbox
      label={text.dontKnow}
      checked={item.allowsDontKnow ?? false}
      onChange={({ currentTarget: { checked } }) => changeItem({ ...item, allowsDontKnow: checked })}
    />
  )
}
