import { Checkbox } from '@mantine/core'
import type { SeveralOption } from '@wayproof/forms/questionnaire/questionnaire'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import styles from '../questionnaire-fields/items.module.css'
import { freeValue } from './free-value.ts'
import { TextRows } from './text-rows.tsx'

/** The choices of a question with several, which of them exclude the others, and how many an answer may have. */
export function SeveralPanel({ item, changeItem }: ItemEditing) {
  const { choice, several: text } = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'several') return null
  const { maxChosen, ...rest } = item
  return (
    <>
      <TextRows<SeveralOption>
        rows={item.options}
        words={choice}
        blank={() => ({ value: freeValue(item.options), 'zh-CN': '', en: '' })}
        extra={(option, change) => (
          <Checkbox
            size="xs"
            className={styles.exclusive}
            label={text.exclusive}
            checked={option.exclusive ?? false}
            onChange={({ currentTarget: { checked } }) => {
              const { exclusive: _, ...plain } = option
              change(checked ? { ...plain, exclusive: true } : plain)
            }}
          />
        )}
        onChange={(options, place) => changeItem({ ...item, options }, place ? `${item.id} ${place}` : null)}
      />
      <div className={styles.block}>
        <TextField
          label={text.most}
          description={text.mostNote}
          type="number"
          inputMode="numeric"
          className={styles.short}
          value={maxChosen ?? ''}
          onChange={({ currentTarget: { value } }) =>
            changeItem(value === '' ? rest : { ...rest, maxChosen: Math.trunc(Number(value)) || 0 }, `${item.id} most`)
          }
        />
      </div>
    </>
  )
}
