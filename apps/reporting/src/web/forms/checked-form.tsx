import { createContext, type FormEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'

/** How often the form was refused since its last success; its fields show their errors after the first refusal. */
export const Refusals = createContext(0)

export interface CheckedFormProps {
  readonly className?: string | undefined
  /** Called when every field is valid. */
  readonly onSubmit: () => void
  readonly onRefused?: () => void
  /** Called when a field changes. */
  readonly onChange?: () => void
  /** Called when something is typed or chosen. */
  readonly onInput?: () => void
  readonly children: ReactNode
}

/** Validates without the browser's own messages, which are in the browser's language and not the page's. */
export function CheckedForm({ className, onSubmit, onRefused, onChange, onInput, children }: CheckedFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [refusals, setRefusals] = useState(0)
  // The focus moves after the error is rendered, so that screen readers read it with the field.
  useEffect(() => {
    if (refusals > 0 && form.current) firstFaulty(form.current)?.focus()
  }, [refusals])
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const isInvalid = firstFaulty(event.currentTarget) !== undefined
    setRefusals(isInvalid ? refusals + 1 : 0)
    if (isInvalid) return onRefused?.()
    onSubmit()
  }
  return (
    <form
      ref={form}
      onInput={onInput}
      className={className}
      onSubmit={submit}
      onClickCapture={dropSecondClick}
      onChange={onChange}
      noValidate
    >
      <Refusals value={refusals}>{children}</Refusals>
    </form>
  )
}

/** The second half of a double click on a button that submits does nothing. */
function dropSecondClick(event: MouseEvent<HTMLFormElement>) {
  const isSubmit = event.target instanceof Element && event.target.closest('[type="submit"]') !== null
  if (isSubmit && event.detail > 1) event.preventDefault()
}

const firstFaulty = (form: HTMLFormElement): FormField | undefined =>
  [...form.querySelectorAll<FormField>('input, select, textarea')].find((field) => fieldFault(field) !== null)

export type FormField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

type FieldFault = 'own' | 'empty' | 'unfinished' | 'not-email' | 'late'

type ValidatedField = Pick<FormField, 'required' | 'type' | 'value' | 'willValidate'> & {
  readonly validity: Pick<ValidityState, 'badInput' | 'customError' | 'rangeOverflow' | 'typeMismatch' | 'valueMissing'>
}

/** Reads the browser's validation of a field. Blanks count as text only in a password. */
export function fieldFault({ required, type, value, validity, willValidate }: ValidatedField): FieldFault | null {
  // A half-typed date has no value, but it is not missing.
  if (validity.badInput) return 'unfinished'
  // A select is read-only to the browser, which therefore skips its validation.
  if (validity.customError) return 'own'
  if (!willValidate) return null
  if (validity.valueMissing || (required && type !== 'password' && value.trim() === '')) return 'empty'
  if (validity.typeMismatch) return 'not-email'
  return validity.rangeOverflow ? 'late' : null
}
