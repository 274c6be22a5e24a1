import { NativeSelect } from '@mantine/core'
import type { FixedLabels, Option } from '@wayproof/forms/questionnaire/asked-options'
import { NO, tickId, YES } from '@wayproof/forms/questionnaire/coded-items'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { withCondition, withoutCondition } from '@wayproof/forms/questionnaire-draft/draft-changes'
import { dependentsOf, unreachableItems } from '@wayproof/forms/questionnaire-draft/unreachable-answers'
import type { Locale } from '@wayproof/kernel/people/locale'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import { answersOf, numberOf, numbersOf } from '../questionnaire-fields/item-names.ts'
import styles from '../questionnaire-fields/items.module.css'
import { shortText } from '../questionnaire-fields/short-text.ts'

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

interface ShowIfRowProps {
  readonly questionnaire: Questionnaire
  readonly item: Item
  readonly condition: { readonly on: string; readonly code: string }
  /** The question that it names; undefined if there is none such before. */
  readonly target: ConditionTarget | undefined
  /** The questions that the condition may name. */
  readonly choices: readonly ConditionTarget[]
  readonly onChange: (item: Item) => void
}

/** One condition, and which answers make the question and those after it unreachable. */
function ShowIfRow({ questionnaire, item, condition, target, choices, onChange }: ShowIfRowProps) {
  const { on, code } = condition
  const { locale, words } = useLanguage()
  const text = words.reporting.questionnaireItems.item
  const options = target?.options ?? []
  const skipping = options
    .filter((option) => option.code !== code)
    .map((option) => shortText(option.label) || option.code)
  const number = String(numberOf(questionnaire, on))
  const later = allDependents(questionnaire, item.id)
  const named = choices.some(({ id }) => id === on) ? choices : [{ id: on, name: target?.name ?? on }, ...choices]
  const changeQuestion = (id: string) => {
    const [first] = choices.find((choice) => choice.id === id)?.options ?? []
    if (first) onChange(withCondition(withoutCondition(item, on), id, first.code))
  }
  return (
    <div className={styles.condition}>
      <div className={styles.pair}>
        <NativeSelect
          label={text.ifQuestion}
          value={on}
          data={named.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ currentTarget: { value } }) => changeQuestion(value)}
        />
        <NativeSelect
          label={text.ifCode}
          value={code}
          data={[
            ...(options.some((option) => option.code === code) ? [] : [{ value: code, label: code }]),
            ...options.map((option) => ({ value: option.code, label: shortText(option.label) || option.code })),
          ]}
          onChange={({ currentTarget: { value } }) => onChange(withCondition(item, on, value))}
        />
      </div>
      <p className={ui.soft}>
        {skipping.length > 0 ? text.skips(skipping, number) : null}{' '}
        {later.length > 0 ? text.skipsToo(numbersOf(questionnaire, later, locale)) : null}
      </p>
      <div>
        <LinkButton onClick={() => onChange(withoutCondition(item, on))}>{text.removeCondition}</LinkButton>
      </div>
    </div>
  )
}

/** Questions shown only after answers to another one, also through questions between them. */
function allDependents(questionnaire: Questionnaire, id: string): readonly string[] {
  const dependents = new Set<string>()
  const waiting = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const dependent of dependentsOf(questionnaire, next))
      if (!dependents.has(dependent) && dependent !== id) {
        dependents.add(dependent)
        waiting.push(dependent)
      }
  return [...dependents]
}

/** A question that a condition can name: an item, a statement of a matrix, or one of several choices. */
interface ConditionTarget {
  readonly id: string
  readonly name: string
  readonly options: readonly Option[]
}

const HALF = 24

/** The values of an item that conditions of later questions can name; none for open text. */
export function conditionTargets(
  questionnaire: Questionnaire,
  item: Item,
  locale: Locale,
  labels: FixedLabels,
): readonly ConditionTarget[] {
  const options = answersOf(questionnaire, item, locale, labels)
  const named = (id: string, text: string) => ({ id, name: `${numberOf(questionnaire, id)} ${text}` })
  switch (item.type) {
    case 'text':
    case 'short':
      return []
    case 'several':
      return item.options.map((option) => ({
        ...named(tickId(item, option), `${shortText(item[locale], HALF)}: ${shortText(option[locale], HALF)}`),
        options: [
          { code: YES, label: labels.yes, isOffScale: false },
          { code: NO, label: labels.no, isOffScale: false },
        ],
      }))
    case 'matrix':
      return item.rows.map((row) => ({ ...named(row.id, shortText(row[locale])), options }))
    default:
      return options.length > 0 ? [{ ...named(item.id, shortText(item[locale])), options }] : []
  }
}
