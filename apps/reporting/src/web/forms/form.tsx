import { createContext, type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type FormField, fieldFault } from './field-fault.ts'

/** How often the form was refused since its last success; its fields show their errors after the first refusal. */
export const Refusals = createContext(0)

interface FormProps {
  readonly className?: string | undefined
  /** Called when every field is valid. */
  readonly onSubmit: () => void
  readonly onRefused?: () => void
  /** Called when a field changes. */
  readonly onChange?: () => void
  readonly children: ReactNode
}

/** A second submit of the same inputs within this time is the other half of a double click. */
const DOUBLE_CLICK_MS = 400

/** Validates without the browser's own messages, which are in the browser's language and not the page's. */
export function Form({ className, onSubmit, onRefused, onChange, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [refusals, setRefusals] = useState(0)
  const submittedAt = useRef(Number.NEGATIVE_INFINITY)
  // The focus moves after the error is rendered, so that screen readers read it with the field.
  useEffect(() => {
    if (refusals > 0 && form.current) firstFaulty(form.current)?.focus()
  }, [refusals])
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const isInvalid = firstFaulty(event.currentTarget) !== undefined
    setRefusals(isInvalid ? refusals + 1 : 0)
    if (isInvalid) return onRefused?.()
    if (event.timeStamp - submittedAt.current < DOUBLE_CLICK_MS) return
    submittedAt.current = event.timeStamp
    onSubmit()
  }
  function change() {
    submittedAt.current = Number.NEGATIVE_INFINITY
    onChange?.()
  }
  return (
    <form ref={form} className={className} onSubmit={submit} onChange={change} noValidate>
      <Refusals value={refusals}>{children}</Refusals>
    </form>
  )
}

const firstFaulty = (form: HTMLFormElement): FormField | undefined =>
  [...form.querySelectorAll<FormField>('input, select, textarea')].find((field) => fieldFault(field) !== null)
