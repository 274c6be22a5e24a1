/** @jsxRuntime automatic */
import type { ReactNode } from 'react'

interface ChoicesProps {
  /** Also the field name in the form. */
  readonly id: string
  readonly legend: ReactNode
  readonly hint: string | null
  /** Error text, or null. */
  readonly fault: string | null
  readonly options: readonly { readonly code: string; readonly label: string; readonly isOffScale?: boolean }[]
  readonly selected: string
  /** The value that shows the next question. */
  readonly triggerCode?: string | null
  /** True if the question depends on the previous one. */
  readonly isDependent?: boolean
}

/** A single-choice field; each row is a label, so that the whole row can be tapped. */
export function Choices({
  id,
  legend,
  hint,
  fault,
  options,
  selected,
  triggerCode = null,
  isDependent = false,
}: ChoicesProps) {
  const describedBy = [hint && `${id}-h`, fault && `${id}-e`].filter(Boolean).join(' ')
  const classes = [fault && 'bad', isDependent && 'then'].filter(Boolean).join(' ')
  return (
    <fieldset className={classes || undefined} aria-describedby={describedBy || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="err" id={`${id}-e`}>
          {fault}
        </p>
      )}
      <div className="o">
        {options.map(({ code, label, isOffScale }, index) => (
          <label key={code} className={isOffScale ? 'off' : undefined}>
            <input
              type="radio"
              name={id}
              value={code}
              id={fault && index === 0 ? id : undefined}
              className={code === triggerCode ? 'lead' : undefined}
              defaultChecked={selected === code}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
