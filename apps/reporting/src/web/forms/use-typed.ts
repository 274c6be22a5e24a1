import { useEffect, useState } from 'react'
import { queryClient } from '../api.ts'

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
export function useTyped() {
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
