import { Checkbox } from '@mantine/core'
import type { Item } from '@wayproof/forms/questionnaire/questionnaire'
import { withWording } from '@wayproof/forms/questionnaire/survey-text'
import { withItem } from '@wayproof/forms/questionnaire-draft/draft-changes'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import type { Editing } from '../questionnaire-fields/editing.ts'
import { hasStemOfItsOwn, numbersOf } from '../questionnaire-fields/item-names.ts'
import styles from '../questionnaire-fields/items.module.css'
import { LanguageHeads } from '../questionnaire-fields/language-heads.tsx'
import { LocalFields } from '../questionnaire-fields/local-fields.tsx'
import { shortText } from '../questionnaire-fields/short-text.ts'
import { TYPE_PANELS } from '../questionnaire-types/type-panels.tsx'
import { ItemActions } from './item-actions.tsx'
import { ShowIfEditor } from './show-if-editor.tsx'

interface ItemPanelProps extends Editing {
  readonly item: Item
  /** Called with the question to show after a deletion or a copy. */
  readonly onSelect: (id: string | null) => void
}

/** The selected question: its wording in two languages, its answers, and to whom it is shown. */
export function ItemPanel({ questionnaire, change, item, onSelect }: ItemPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.questionnaireItems
  const { stem } = questionnaire
  const changeItem = (next: Item, field: string | null = null) => change(withItem(questionnaire, item.id, next), field)
  const isUnderStem = stem.appliesTo.includes(item.id)
  const setUnderStem = (isUnder: boolean) => {
    const ids = questionnaire.items.map(({ id }) => id)
    const appliesTo = ids.filter((id) => (id === item.id ? isUnder : stem.appliesTo.includes(id)))
    change({ ...questionnaire, stem: { ...stem, appliesTo } })
  }
  const { Panel: TypePanel } = TYPE_PANELS[item.type]
  const number = numbersOf(questionnaire, [item.id], locale)
  return (
    <Panel
      title={text.item.heading(number, shortText(item[locale], 80) || text.item.untitled)}
      note={text.list.types[item.type]}
      actions={<ItemActions questionnaire={questionnaire} change={change} item={item} onSelect={onSelect} />}
    >
      <LanguageHeads of={item} />
      <LocalFields
        label={text.item.wording}
        value={item}
        onChange={(language, wording) => changeItem(withWording(item, language, wording), `${item.id} ${language}`)}
      />
      <TypePanel questionnaire={questionnaire} change={change} item={item} changeItem={changeItem} />
      <ShowIfEditor questionnaire={questionnaire} item={item} changeItem={changeItem} />
      <div className={styles.foot}>
        <Checkbox
          label={text.item.required}
          checked={item.required ?? false}
          onChange={({ currentTarget: { checked } }) => changeItem({ ...item, required: checked })}
        />
        <Checkbox
          label={text.item.stem}
          checked={isUnderStem}
          disabled={!isUnderStem && hasStemOfItsOwn(item)}
          onChange={({ currentTarget: { checked } }) => setUnderStem(checked)}
        />
        <span className={ui.soft} translate="no">
          {text.item.id(item.id)}
        </span>
      </div>
    </Panel>
  )
}
