import { Checkbox } from '@mantine/core'
import type { Item } from '@wayproof/forms/questionnaire/questionnaire'
import { withWording } from '@wayproof/forms/questionnaire/survey-text'
import { duplicateItem, moveItem, removeItem, withItem } from '@wayproof/forms/questionnaire-draft/draft-changes'
import { dependentsOf } from '@wayproof/forms/questionnaire-draft/unreachable-answers'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import type { Editing } from '../questionnaire-fields/editing.ts'
import { hasStemOfItsOwn, numbersOf } from '../questionnaire-fields/item-names.ts'
import styles from '../questionnaire-fields/items.module.css'
import { LanguageHeads } from '../questionnaire-fields/language-heads.tsx'
import { LocalFields } from '../questionnaire-fields/local-fields.tsx'
import { shortText } from '../questionnaire-fields/short-text.ts'
import { TYPE_PANELS } from '../questionnaire-types/type-panels.tsx'
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

interface ItemActionsProps extends Editing {
  readonly item: Item
  readonly onSelect: (id: string | null) => void
}

/** Copies, moves or deletes a question. Before a deletion it names the questions that are shown after its answers. */
function ItemActions({ questionnaire, change, item, onSelect }: ItemActionsProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.questionnaireItems.item
  const [isDeleting, setIsDeleting] = useState(false)
  const number = numbersOf(questionnaire, [item.id], locale)
  const at = questionnaire.items.indexOf(item)
  const dependents = dependentsOf(questionnaire, item.id)
  const duplicate = () => {
    const next = duplicateItem(questionnaire, item.id)
    change(next)
    onSelect(next.items[at + 1]?.id ?? null)
  }
  const remove = () => {
    const next = removeItem(questionnaire, item.id)
    change(next)
    setIsDeleting(false)
    onSelect(next.items[Math.min(at, next.items.length - 1)]?.id ?? null)
  }
  return (
    <>
      <LinkButton onClick={duplicate}>{text.duplicate}</LinkButton>
      <LinkButton disabled={at === 0} onClick={() => change(moveItem(questionnaire, item.id, -1))}>
        {text.up}
      </LinkButton>
      <LinkButton
        disabled={at === questionnaire.items.length - 1}
        onClick={() => change(moveItem(questionnaire, item.id, 1))}
      >
        {text.down}
      </LinkButton>
      <LinkButton data-danger onClick={() => setIsDeleting(true)}>
        {text.delete}
      </LinkButton>
      {isDeleting ? (
        <ConfirmDialog
          title={text.deleteTitle(number)}
          action={text.delete}
          isDangerous
          onConfirm={remove}
          onClose={() => setIsDeleting(false)}
        >
          <p>{text.deleteText}</p>
          {dependents.length > 0 ? <p>{text.needed(numbersOf(questionnaire, dependents, locale))}</p> : null}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
