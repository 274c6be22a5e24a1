import { NativeSelect } from '@mantine/core'
import type { Questionnaire } from '@wayproof/survey'
import { unreachableItems, withCondition, withoutCondition } from '@wayproof/survey/questionnaire-draft'
import { LinkButton } from '../components/link-button.tsx'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from './editing.ts'
import { answersOf } from './item-names.ts'
import styles from './items.module.css'
import { ShowIfRow } from './show-if-row.tsx'

/** Chooses who is shown a question: everyone, or only people with certain answers to earlier questions. */
export function ShowIfEditor({ questionnaire, item, changeItem }: Omit<ItemEditing, 'change'>) {
  const { locale, words } = useLanguage()
  const text = words.reporting.questionnaireItems.item
  const conditions = Object.entries(item.showIf ?? {})
  const askable = askableBefore(questionnaire, item.id)
  const free = askable.filter(({ id }) => !conditions.some(([on]) => on === id))
  const next = free.at(-1)
  const add = () => {
    const [first] = next ? answersOf(questionnaire, next, locale) : []
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
          choices={[...askable.filter(({ id }) => id === on || free.some((each) => each.id === id))]}
          onChange={(changed) => changeItem(changed)}
        />
      ))}
      {conditions.length > 0 && next ? (
        <div>
          <LinkButton onClick={add}>{text.addCondition}</LinkButton>
        </div>
      ) : null}
      {isUnreachable ? (
        <Note tone="caution">{text.unreachable(answersOf(questionnaire, item, locale).length)}</Note>
      ) : null}
    </div>
  )
}

/** Questions before another one whose answers a condition can name. */
const askableBefore = (questionnaire: Questionnaire, id: string) =>
  questionnaire.items
    .slice(
      0,
      questionnaire.items.findIndex((item) => item.id === id),
    )
    .filter((item) => answersOf(questionnaire, item, 'en').length > 0)
