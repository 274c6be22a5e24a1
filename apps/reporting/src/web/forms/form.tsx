import { createContext, type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type FormField, fieldFault } from './field-fault.ts'

/** How often the form around was refused since it was last taken: from the first time on its fields say what is wrong. */
export const Refusals = createContext(0)

interface FormProps {
  readonly className?: string | undefined
  /** Called when no field has a fault. */
  readonly onSubmit: () => void
  readonly onRefused?: () => void
  readonly children: ReactNode
}

/** A form that says its faults itself: the browser would say them in its own language, not in the page's. */
export function Form({ className, onSubmit, onRefused, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [refusals, setRefusals] = useState(0)
  // Not before the sentence stands beside the field, so that it is read out with it.
  useEffect(() => {
    if (refusals > 0 && form.current) firstFaulty(form.current)?.focus()
  }, [refusals])
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const refused = firstFaulty(event.currentTarget) !== undefined
    setRefusals(refused ? refusals + 1 : 0)
    if (refused) onRefused?.()
    else onSubmit()
  }
  return (
    <form ref={form} className={className} onSubmit={submit} noValidate>
      <Refusals value={refusals}>{children}</Refusals>
    </form>
  )
}

const firstFaulty = (form: HTMLFormElement): FormField | undefined =>
  [...form.querySelectorAll<FormField>('input, select, textarea')].find((field) => fieldFault(field) !== null)
