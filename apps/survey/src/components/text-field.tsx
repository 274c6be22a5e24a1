/** @jsxRuntime automatic */
import type { ReactNode } from 'react'

interface TextFieldProps {
  /** Also its field name in the form. */
  readonly id: string
  readonly label: string
  readonly hint: ReactNode
  /** Error text, or null. */
  readonly fault: string | null
  readonly maxLength: number
  readonly value: string
}

export function TextField({ id, label, hint, fault, maxLength, value }: TextFieldProps) {
  return (
    <div className={fault ? 'text bad' : 'text'}>
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-h`}>
        {hint}
      </p>
      {fault && (
        <p className="err" id={`${id}-e`}>
          {fault}
        </p>
      )}
      <textarea
        id={id}
        name={id}
        rows={4}
        maxLength={maxLength}
        aria-describedby={fault ? `${id}-h ${id}-e` : `${id}-h`}
        aria-invalid={fault ? true : undefined}
        defaultValue={value}
      />
    </div>
  )
}
