/** @jsxRuntime automatic */

import type { TextItem } from '@wayproof/forms/questionnaire/questionnaire'
import { fallbackLanguage, textIn } from '@wayproof/forms/questionnaire/survey-text'
import { faultSentence } from '../components/fault-sentence.ts'
import type { NumberedItem } from '../components/numbered-items.ts'
import { TextField } from '../components/text-field.tsx'
import { type TypedAnswer, typedText } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'

interface OpenQuestionProps {
  readonly page: Page
  readonly numbered: NumberedItem
  readonly item: TextItem
  readonly answer: TypedAnswer
  readonly dependentClass: string | null
}

export function OpenQuestion({ page, numbered, item, answer, dependentClass }: OpenQuestionProps) {
  const { locale, words } = page
  const fault = faultSentence(page, answer, numbered)
  return (
    <TextField
      id={item.id}
      label={textIn(item, locale)}
      labelLanguage={fallbackLanguage(item, locale)}
      hint={
        <>
          {!item.required && <>{words.optional} · </>}
          {words.longest(item.maxLength)}
        </>
      }
      fault={fault && words.errors.besideQuestion(fault)}
      maxLength={item.maxLength}
      rows={item.type === 'short' ? 1 : 4}
      value={typedText(answer.fields, item.id)}
      dependentClass={dependentClass}
    />
  )
}
