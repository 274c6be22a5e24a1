/** @jsxRuntime automatic */
import type { Questionnaire } from '@wayproof/survey'
import { faultSentence } from './fault-sentence.ts'
import { groupedItems, type NumberedItem, numberOf, optionsOf } from './numbered-items.ts'
import type { Page } from './page.ts'
import { type TypedAnswer, typed } from './typed-answer.ts'

export interface QuestionProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly asked: NumberedItem
  readonly answer: TypedAnswer
  /** The value that leads to the question after this one. */
  readonly leadsOn: string | null
}

/** A question with its choices: each row is a label, so that all of it can be pressed. */
export function Question({ page, questionnaire, asked, answer, leadsOn }: QuestionProps) {
  const { item, number, follows } = asked
  const fault = faultSentence(page.words, answer, item)
  const hint = conditionHint(page, questionnaire, asked)
  const described = [hint && `${item.id}-h`, fault && `${item.id}-e`].filter(Boolean).join(' ')
  const classes = [fault && 'bad', follows && 'then'].filter(Boolean).join(' ')
  return (
    <fieldset className={classes || undefined} aria-describedby={described || undefined}>
      <legend>
        <span className="n">{number}</span> {item[page.locale]}
      </legend>
      {hint && (
        <p className="hint" id={`${item.id}-h`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="err" id={`${item.id}-e`}>
          {page.words.errors.besideQuestion(fault)}
        </p>
      )}
      <div className="o">
        {optionsOf(questionnaire, item, page.locale).map(({ code, label, off }, index) => (
          <label key={code} className={off ? 'off' : undefined}>
            <input
              type="radio"
              name={item.id}
              value={code}
              id={fault && index === 0 ? item.id : undefined}
              className={code === leadsOn ? 'lead' : undefined}
              defaultChecked={typed(answer.fields, item.id) === code}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Without JavaScript a conditional question stands there for all, and says for whom it is. */
function conditionHint({ words, locale }: Page, questionnaire: Questionnaire, { item }: NumberedItem): string | null {
  const [condition] = Object.entries(item.showIf ?? {})
  const before = questionnaire.items.find(({ id }) => id === condition?.[0])
  const option = before && optionsOf(questionnaire, before, locale).find(({ code }) => code === condition?.[1])
  const number = before && numberOf(groupedItems(questionnaire), before.id)
  return option && number ? words.onlyIf(option.label, number) : null
}
