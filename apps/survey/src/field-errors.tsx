/** @jsxRuntime automatic */
import { ErrorList } from './error-list.tsx'

export interface FieldErrorsProps {
  readonly heading: string
  /** In the order of the form; `said` is null where nothing is wrong. */
  readonly fields: readonly { readonly id: string; readonly label: string; readonly said: string | null }[]
}

/** What is wrong, field by field; nothing where nothing is. */
export function FieldErrors({ heading, fields }: FieldErrorsProps) {
  const wrong = fields.filter(({ said }) => said !== null)
  if (wrong.length === 0) return null
  return (
    <ErrorList heading={heading}>
      {wrong.map(({ id, label, said }) => (
        <li key={id}>
          <a href={`#${id}`}>
            {label} {said}
          </a>
        </li>
      ))}
    </ErrorList>
  )
}
