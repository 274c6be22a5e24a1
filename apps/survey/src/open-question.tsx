/** @jsxRuntime automatic */
import type { Item } from '@wayproof/survey'
import { faultSentence } from './fault-sentence.ts'
import type { Page } from './page.ts'
import { type TypedAnswer, typed } from './typed-answer.ts'

interface OpenQuestionProps {
  readonly page: Page
  readonly item: Extract<Item, { type: 'text' }>
  readonly answer: TypedAnswer
}

/** The question that is answered in one's own words. */
export function OpenQuestion({ page: { locale, words }, item, answer }: OpenQuestionProps) {
  const fault = faultSentence(words, answer, item)
  return (
    <div className={fault ? 'text bad' : 'text'}>
      <label htmlFor={item.id}>{item[locale]}</label>
      <p className="hint" id={`${item.id}-h`}>
        {!item.required && <>{words.optional} · </>}
        {words.longest(item.maxLength)}
      </p>
      {fault && (
        <p className="err" id={`${item.id}-e`}>
          {words.errors.besideQuestion(fault)}
        </p>
      )}
      <textarea
        id={item.id}
        name={item.id}
        rows={4}
        maxLength={item.maxLength}
        aria-describedby={fault ? `${item.id}-h ${item.id}-e` : `${item.id}-h`}
        aria-invalid={fault ? true : undefined}
        defaultValue={typed(answer.fields, item.id)}
      />
    </div>
  )
}
