import { useEffect, useState } from 'react'
import { queryClient } from '../api.ts'
import { CheckedForm, type CheckedFormProps } from './checked-form.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'

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

/** Whether a form holds typed words that are not saved. */
export function typedWords() {
  let isTyped = false
  let isSending = false
  return {
    isTyped: () => isTyped,
    input: () => {
      isTyped = true
    },
    /** A submitted form counts as saved, so that its page may go on at once. */
    submitted: () => {
      isSending = isTyped
      isTyped = false
    },
    /** The words of a submission that failed are still only in the form. */
    failed: () => {
      if (isSending) isTyped = true
      isSending = false
    },
  }
}

/** The same, which hears of failed commands. */
function useTyped() {
  const [typed] = useState(typedWords)
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') typed.failed()
      }),
    [typed],
  )
  return typed
}
