import { NativeSelect } from '@mantine/core'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { withCondition, withoutCondition } from '@wayproof/forms/questionnaire-draft/draft-changes'
import { dependentsOf } from '@wayproof/forms/questionnaire-draft/unreachable-answers'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import { numberOf, numbersOf } from '../questionnaire-fields/item-names.ts'
import styles from '../questionnaire-fields/items.module.css'
import { shortText } from '../questionnaire-fields/short-text.ts'
import type { ConditionTarget } from './condition-targets.ts'

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
export function ShowIfRow({ questionnaire, item, condition, target, choices, onChange }: ShowIfRowProps) {
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
