import type { Item } from '@wayproof/forms/questionnaire/questionnaire'
import { duplicateItem, moveItem, removeItem } from '@wayproof/forms/questionnaire-draft/draft-changes'
import { dependentsOf } from '@wayproof/forms/questionnaire-draft/unreachable-answers'
import { useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import type { Editing } from '../questionnaire-fields/editing.ts'
import { numbersOf } from '../questionnaire-fields/item-names.ts'

interface ItemActionsProps extends Editing {
  readonly item: Item
  readonly onSelect: (id: string | null) => void
}

/** Copies, moves or deletes a question. Before a deletion it names the questions that are shown after its answers. */
export function ItemActions({ questionnaire, change, item, onSelect }: ItemActionsProps) {
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
