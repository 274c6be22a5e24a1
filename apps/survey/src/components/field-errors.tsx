/** @jsxRuntime automatic */

import type { Page } from '../http/page.ts'
import { ErrorList } from './error-list.tsx'

export interface FieldErrorsProps {
  readonly page: Page
  readonly heading: string
  /** In the order of the form; `said` is null where nothing is wrong. */
  readonly fields: readonly { readonly id: string; readonly label: string; readonly said: string | null }[]
}

/** What is wrong, field by field; nothing where nothing is. */
export function FieldErrors({ page, heading, fields }: FieldErrorsProps) {
  const wrong = fields.filter(({ said }) => said !== null)
  if (wrong.length === 0) return null
  return (
    <ErrorList heading={heading}>
      {wrong.map(({ id, label, said }) => (
        <li key={id}>
          <a href={`#${id}`}>
            {label}
            {jointAfter(label, page)}
            {said}
          </a>
        </li>
      ))}
    </ErrorList>
  )
}

/** A label may be a question. */
const jointAfter = (label: string, { words }: Page) =>
  label.endsWith('？') ? '' : label.endsWith('?') ? ' ' : words.errors.colon
