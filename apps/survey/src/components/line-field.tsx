import type { ReactNode } from 'react'
import type { Page } from '../http/page.ts'
import { ErrorList } from './error-summary.tsx'

/** @jsxRuntime automatic */
interface LineFieldProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint: string
  /** Error text, or null. */
  readonly fault: string | null
  readonly value: string
  /** `code` is letters and digits, `digits` is a mailed code, `words` is any text. */
  readonly kind?: 'code' | 'digits' | 'email' | 'words'
}

const HOW = {
  code: { type: 'text', maxLength: 100, autoComplete: 'off', autoCapitalize: 'characters' },
  digits: { type: 'text', maxLength: 100, autoComplete: 'one-time-code', inputMode: 'numeric' },
  words: { type: 'text', autoComplete: 'off' },
  email: { type: 'text', maxLength: 320, autoComplete: 'email', autoCapitalize: 'off', inputMode: 'email' },
} as const

export function LineField({ id, name, label, hint, fault, value, kind = 'code' }: LineFieldProps) {
  return (
    <div className={fault ? 'text bad' : 'text'}>
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-h`}>
        {hint}
      </p>
      {fault && (
        <p className="err" id={`${id}-e`} role="alert">
          {fault}
        </p>
      )}
      <input
        className="key"
        id={id}
        name={name}
        {...HOW[kind]}
        spellCheck={false}
        aria-describedby={fault ? `${id}-h ${id}-e` : `${id}-h`}
        aria-invalid={fault ? true : undefined}
        defaultValue={value}
      />
    </div>
  )
}

/** @jsxRuntime automatic */
interface TextFieldProps {
  /** Also its field name in the form. */
  readonly id: string
  readonly label: string
  /** The language of the label if it is not that of the page. */
  readonly labelLanguage?: string | undefined
  readonly hint: ReactNode
  /** Error text, or null. */
  readonly fault: string | null
  readonly maxLength: number
  /** Lines of text; 1 for a single line, else 4. */
  readonly rows?: 1 | 4
  readonly value: string
  /** Further classes of the field. */
  readonly dependentClass?: string | null
}

export function TextField({
  id,
  label,
  labelLanguage,
  hint,
  fault,
  maxLength,
  rows = 4,
  value,
  dependentClass = null,
}: TextFieldProps) {
  const field = {
    ...{ id, name: id, maxLength, defaultValue: value },
    'aria-describedby': fault ? `${id}-h ${id}-e` : `${id}-h`,
    'aria-invalid': fault ? true : undefined,
  }
  return (
    <div className={['text', fault && 'bad', dependentClass].filter(Boolean).join(' ')}>
      <label htmlFor={id} {...inLanguage(labelLanguage)}>
        {label}
      </label>
      <p className="hint" id={`${id}-h`}>
        {hint}
      </p>
      {fault && (
        <p className="err" id={`${id}-e`}>
          {fault}
        </p>
      )}
      {rows === 1 ? <input type="text" className="key" {...field} /> : <textarea rows={rows} {...field} />}
    </div>
  )
}

/** @jsxRuntime automatic */
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

/** Attributes of a text in another language than the page; none if there is no other language. */
export const inLanguage = (language: string | undefined) => (language ? ({ lang: language, dir: 'ltr' } as const) : {})
