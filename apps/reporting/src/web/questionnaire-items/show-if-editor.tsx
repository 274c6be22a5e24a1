import { NativeSelect } from '@mantine/core'
import { withCondition, withoutCondition } from '@wayproof/forms/questionnaire-draft/draft-changes'
import { unreachableItems } from '@wayproof/forms/questionnaire-draft/unreachable-answers'
import { LinkButton } from '../components/link-button.tsx'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import { answersOf } from '../questionnaire-fields/item-names.ts'
import styles from '../questionnaire-fields/items.module.css'
import { conditionTargets } from './condition-targets.ts'
import { ShowIfRow } from './show-if-row.tsx'

/** Chooses who is shown a question: everyone, or only people with certain answers to earlier questions. */
export function ShowIfEditor({ questionnaire, item, changeItem }: Omit<ItemEditing, 'change'>) {
  const { locale, words } = useLanguage()
  const text = words.reporting.questionnaireItems.item
  const conditions = Object.entries(item.showIf ?? {})
  const { fixed } = words.reporting.questionnaireItems.preview.hints[locale]
  const at = questionnaire.items.findIndex(({ id }) => id === item.id)
  const earlier = questionnaire.items.slice(0, at)
  const askable = earlier.flatMap((each) => conditionTargets(questionnaire, each, locale, fixed))
  const free = askable.filter(({ id }) => !conditions.some(([on]) => on === id))
  const next = free.at(-1)
  const add = () => {
    const [first] = next?.options ?? []
    if (next && first) changeItem(withCondition(item, next.id, first.code))
  }
  const isUnreachable = unreachableItems(questionnaire).includes(item.id)
  return (
    <div className={styles.block}>
      <NativeSelect
        label={text.shown}
        className={styles.short}
        value={conditions.length > 0 ? 'some' : 'all'}
        disabled={conditions.length === 0 && !next}
        description={askable.length === 0 ? text.noEarlier : undefined}
        data={[
          { value: 'all', label: text.toAll },
          { value: 'some', label: text.ifAnswer },
        ]}
        onChange={({ currentTarget: { value } }) => {
          if (value === 'some') add()
          else changeItem(conditions.reduce((left, [on]) => withoutCondition(left, on), item))
        }}
      />
      {conditions.map(([on, code]) => (
        <ShowIfRow
          key={on}
          questionnaire={questionnaire}
          item={item}
          condition={{ on, code }}
          target={askable.find(({ id }) => id === on)}
          choices={askable.filter(({ id }) => id === on || free.some((each) => each.id === id))}
          onChange={(changed) => changeItem(changed)}
        />
      ))}
      {conditions.length > 0 && next ? (
        <div>
          <LinkButton onClick={add}>{text.addCondition}</LinkButton>
        </div>
      ) : null}
      {isUnreachable ? (
        <Note tone="caution">{text.unreachable(answersOf(questionnaire, item, locale, fixed).length)}</Note>
      ) : null}
    </div>
  )
}
