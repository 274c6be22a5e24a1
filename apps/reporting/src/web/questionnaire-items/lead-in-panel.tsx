import { Checkbox } from '@mantine/core'
import { withWording } from '@wayproof/forms/questionnaire/survey-text'
import { Panel } from '../components/panel.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import type { Editing } from '../questionnaire-fields/editing.ts'
import { hasStemOfItsOwn, numbersOf } from '../questionnaire-fields/item-names.ts'
import styles from '../questionnaire-fields/items.module.css'
import { LanguageHeads } from '../questionnaire-fields/language-heads.tsx'
import { LocalFields } from '../questionnaire-fields/local-fields.tsx'
import { shortText } from '../questionnaire-fields/short-text.ts'

/** The lead-in, the questions under it, and the minutes that the invitation names. */
export function LeadInPanel({ questionnaire, change }: Editing) {
  const { locale, words } = useLanguage()
  const { stem: text } = words.reporting.questionnaireItems
  const { stem, items, estimatedMinutes } = questionnaire
  const choose = (id: string, isUnder: boolean) => {
    const appliesTo = items
      .map((item) => item.id)
      .filter((each) => (each === id ? isUnder : stem.appliesTo.includes(each)))
    change({ ...questionnaire, stem: { ...stem, appliesTo } })
  }
  return (
    <Panel title={text.title} note={text.note}>
      <LanguageHeads of={stem} />
      <LocalFields
        label={text.wording}
        value={stem}
        onChange={(language, wording) =>
          change({ ...questionnaire, stem: withWording(stem, language, wording) }, `stem ${language}`)
        }
      />
      <fieldset className={styles.block}>
        <legend className={styles.label}>{text.questions}</legend>
        {items.map((item) => (
          <Checkbox
            key={item.id}
            disabled={hasStemOfItsOwn(item) && !stem.appliesTo.includes(item.id)}
            label={`${numbersOf(questionnaire, [item.id], locale)} ${shortText(item[locale], 80)}`}
            checked={stem.appliesTo.includes(item.id)}
            onChange={({ currentTarget: { checked } }) => choose(item.id, checked)}
          />
        ))}
      </fieldset>
      <div className={styles.block}>
        <TextField
          label={text.minutes}
          type="number"
          inputMode="numeric"
          className={styles.short}
          value={estimatedMinutes}
          onChange={({ currentTarget: { value } }) =>
            change({ ...questionnaire, estimatedMinutes: Math.max(1, Math.trunc(Number(value)) || 1) }, 'minutes')
          }
        />
      </div>
    </Panel>
  )
}
