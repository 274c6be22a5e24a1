/** @jsxRuntime automatic */
import type { ReactNode } from 'react'

interface ChoicesProps {
  /** Also the field name in the form. */
  readonly id: string
  readonly legend: ReactNode
  readonly hint: string | null
  /** Error text, or null. */
  readonly fault: string | null
  readonly options: readonly { readonly code: string; readonly label: string; readonly off?: boolean }[]
  readonly chosen: string
  /** The value that shows the next question. */
  readonly leadsOn?: string | null
  /** True if the question depends on the previous one. */
  readonly follows?: boolean
}

/** A single-choice field; each row is a label, so that the whole row can be tapped. */
export function Choices({ id, legend, hint, fault, options, chosen, leadsOn = null, follows = false }: ChoicesProps) {
  const described = [hint && `${id}-h`, fault && `${id}-e`].filter(Boolean).join(' ')
  const classes = [fault && 'bad', follows && 'then'].filter(Boolean).join(' ')
  return (
    <fieldset className={classes || undefined} aria-describedby={described || undefined}>
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
        {options.map(({ code, label, off }, index) => (
          <label key={code} className={off ? 'off' : undefined}>
            <input
              type="radio"
              name={id}
              value={code}
              id={fault && index === 0 ? id : undefined}
              className={code === leadsOn ? 'lead' : undefined}
              defaultChecked={chosen === code}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
