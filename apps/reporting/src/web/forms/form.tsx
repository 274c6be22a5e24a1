import { CheckedForm, type CheckedFormProps } from './checked-form.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { useTyped } from './use-typed.ts'

interface FormProps extends Omit<CheckedFormProps, 'onInput'> {
  /** Nothing is lost with it: a search, a code, or a form whose page guards it. */
  readonly isPassing?: boolean
}

/** Validates its fields, and asks before typed words are lost with the page. */
export function Form({ isPassing = false, onSubmit, children, ...form }: FormProps) {
  const typed = useTyped()
  function submit() {
    typed.submitted()
    onSubmit()
  }
  return (
    <CheckedForm {...form} onSubmit={submit} onInput={typed.input}>
      {children}
      {isPassing ? null : <UnsavedGuard isDirty={typed.isTyped} />}
    </CheckedForm>
  )
}
