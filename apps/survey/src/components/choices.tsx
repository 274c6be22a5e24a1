/** @jsxRuntime automatic */
import type { ReactNode } from 'react'

interface ChoicesProps {
  /** Also the name in the form. */
  readonly id: string
  readonly legend: ReactNode
  readonly hint: string | null
  /** What is wrong with it, or null. */
  readonly fault: string | null
  readonly options: readonly { readonly code: string; readonly label: string; readonly off?: boolean }[]
  readonly chosen: string
  /** The value that leads to the question after this one. */
  readonly leadsOn?: string | null
  /** Follows from the question before. */
  readonly follows?: boolean
}

/** One choice out of several: each row is a label, so that all of it can be pressed. */
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
