/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import { inLanguage } from './line-field.tsx'

interface Choice {
  readonly code: string
  readonly label: string
  readonly isOffScale?: boolean
  /** The language of the label if it is not that of the page. */
  readonly language?: string
}

interface ChoicesProps {
  /** Also the field name in the form, except for several choices. */
  readonly id: string
  readonly legend: ReactNode
  /** The language of the legend if it is not that of the page. */
  readonly legendLanguage?: string | undefined
  readonly hint: string | null
  /** Error text, or null. */
  readonly fault: string | null
  readonly options: readonly Choice[]
  readonly selected: string | readonly string[]
  /** The field of each choice, whose value is then `yes`, if several may be selected. */
  readonly fieldOf?: ((code: string) => string) | null
  /** The class of an option on which other questions depend. */
  readonly leadClass?: (code: string) => string | null
  /** Classes of the question itself. */
  readonly dependentClass?: string | null
  /** Class of a row of options: `s` for a scale, `s r` for 0 to 10. */
  readonly layout?: 's' | 's r' | null
}

/** A field of choices; each row is a label, so that the whole row can be tapped. */
export function Choices({
  id,
  legend,
  legendLanguage,
  hint,
  fault,
  options,
  selected,
  fieldOf = null,
  leadClass,
  dependentClass = null,
  layout = null,
}: ChoicesProps) {
  const describedBy = [hint && `${id}-h`, fault && `${id}-e`].filter(Boolean).join(' ')
  const classes = [layout, fault && 'bad', dependentClass].filter(Boolean).join(' ')
  return (
    <fieldset className={classes || undefined} aria-describedby={describedBy || undefined}>
      <legend {...inLanguage(legendLanguage)}>{legend}</legend>
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
        {options.map(({ code, label, isOffScale, language }, index) => (
          <label key={code} className={isOffScale ? 'off' : undefined} {...inLanguage(language)}>
            <input
              type={fieldOf ? 'checkbox' : 'radio'}
              name={fieldOf ? fieldOf(code) : id}
              value={fieldOf ? 'yes' : code}
              id={fault && index === 0 ? id : undefined}
              className={leadClass?.(code) ?? undefined}
              defaultChecked={typeof selected === 'string' ? selected === code : selected.includes(code)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
