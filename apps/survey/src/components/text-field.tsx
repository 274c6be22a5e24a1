/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import { inLanguage } from './in-language.ts'

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
