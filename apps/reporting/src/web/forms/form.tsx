import { createContext, type FormEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type FormField, fieldFault } from './field-fault.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { useTyped } from './use-typed.ts'

/** How often the form was refused since its last success; its fields show their errors after the first refusal. */
export const Refusals = createContext(0)

interface FormProps {
  readonly className?: string | undefined
  /** Called when every field is valid. */
  readonly onSubmit: () => void
  readonly onRefused?: () => void
  /** Called when a field changes. */
  readonly onChange?: () => void
  /** Nothing is lost with it: a search, a code, or a form whose page guards it. */
  readonly isPassing?: boolean
  readonly children: ReactNode
}

/**
 * Validates without the browser's own messages, which are in the browser's language and not the page's. Asks before typed
 * words are lost with the page.
 */
export function Form({ className, onSubmit, onRefused, onChange, isPassing = false, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [refusals, setRefusals] = useState(0)
  const typed = useTyped()
  // The focus moves after the error is rendered, so that screen readers read it with the field.
  useEffect(() => {
    if (refusals > 0 && form.current) firstFaulty(form.current)?.focus()
  }, [refusals])
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const isInvalid = firstFaulty(event.currentTarget) !== undefined
    setRefusals(isInvalid ? refusals + 1 : 0)
    if (isInvalid) return onRefused?.()
    typed.submitted()
    onSubmit()
  }
  return (
    <form
      ref={form}
      onInput={typed.input}
      className={className}
      onSubmit={submit}
      onClickCapture={dropSecondClick}
      onChange={onChange}
      noValidate
    >
      <Refusals value={refusals}>{children}</Refusals>
      {isPassing ? null : <UnsavedGuard isDirty={typed.isTyped} />}
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
