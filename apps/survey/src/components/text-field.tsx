/** @jsxRuntime automatic */
import type { ReactNode } from 'react'

interface TextFieldProps {
  /** Also its field name in the form. */
  readonly id: string
  readonly label: string
  readonly hint: ReactNode
  /** Error text, or null. */
  readonly fault: string | null
  readonly longest: number
  readonly value: string
}

/** A multi-line text field. */
export function TextField({ id, label, hint, fault, longest, value }: TextFieldProps) {
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
        maxLength={longest}
        aria-describedby={fault ? `${id}-h ${id}-e` : `${id}-h`}
        aria-invalid={fault ? true : undefined}
        defaultValue={value}
      />
    </div>
  )
}
