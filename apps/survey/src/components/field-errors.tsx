/** @jsxRuntime automatic */

import type { Page } from '../http/page.ts'
import { ErrorList } from './error-list.tsx'

export interface FieldErrorsProps {
  readonly page: Page
  readonly heading: string
  /** In form order; `error` is null for a valid field. */
  readonly fields: readonly { readonly id: string; readonly label: string; readonly error: string | null }[]
}

/** Error list by field; renders nothing without errors. */
export function FieldErrors({ page, heading, fields }: FieldErrorsProps) {
  const faultyFields = fields.filter(({ error }) => error !== null)
  if (faultyFields.length === 0) return null
  return (
    <ErrorList heading={heading}>
      {faultyFields.map(({ id, label, error }) => (
        <li key={id}>
          <a href={`#${id}`}>
            {label}
            {jointAfter(label, page)}
            {error}
          </a>
        </li>
      ))}
    </ErrorList>
  )
}

/** No colon after a label that ends with a question mark. */
const jointAfter = (label: string, { words }: Page) =>
  label.endsWith('？') ? '' : label.endsWith('?') ? ' ' : words.errors.colon
