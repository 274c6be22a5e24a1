/** @jsxRuntime automatic */
import type { Item } from '@wayproof/survey'
import { faultSentence } from '../components/fault-sentence.ts'
import { TextField } from '../components/text-field.tsx'
import { type TypedAnswer, typedText } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'

interface OpenQuestionProps {
  readonly page: Page
  readonly item: Extract<Item, { type: 'text' }>
  readonly answer: TypedAnswer
}

export function OpenQuestion({ page: { locale, words }, item, answer }: OpenQuestionProps) {
  const fault = faultSentence(words, answer, item)
  return (
    <TextField
      id={item.id}
      label={item[locale]}
      hint={
        <>
          {!item.required && <>{words.optional} · </>}
          {words.longest(item.maxLength)}
        </>
      }
      fault={fault && words.errors.besideQuestion(fault)}
      maxLength={item.maxLength}
      value={typedText(answer.fields, item.id)}
    />
  )
}
