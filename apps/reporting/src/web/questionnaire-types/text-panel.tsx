import { isOpenText } from '@wayproof/forms/questionnaire/questionnaire'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import styles from '../questionnaire-fields/items.module.css'

/** The length of an open answer, and why the question may ask for an identity. */
export function TextPanel({ item, changeItem }: ItemEditing) {
  const { open: text } = useLanguage().words.reporting.questionnaireItems
  if (!isOpenText(item)) return null
  const { asksIdentityBecause = '', ...rest } = item
  return (
    <div className={styles.block}>
      <TextField
        label={text.length}
        type="number"
        inputMode="numeric"
        className={styles.short}
        value={Number.isFinite(item.maxLength) && item.maxLength > 0 ? item.maxLength : ''}
        onChange={({ currentTarget: { value } }) =>
          changeItem({ ...item, maxLength: Math.trunc(Number(value)) || 0 }, `${item.id} length`)
        }
      />
      <TextField
        label={text.reason}
        description={text.reasonNote}
        translate="no"
        dir="auto"
        value={asksIdentityBecause}
        onChange={({ currentTarget: { value } }) =>
          changeItem(value === '' ? rest : { ...rest, asksIdentityBecause: value }, `${item.id} reason`)
        }
      />
    </div>
  )
}
