import { useMutation, useQuery } from '@tanstack/react-query'
import type { Questionnaire } from '@wayproof/survey'
import { useCallback, useEffect, useReducer, useState } from 'react'
import { queryClient, type ShownDraft, trpc } from '../api.ts'
import { faultOf } from '../components/fault-of.ts'
import { beginDraft, isUnsaved, nextDraft } from './draft-state.ts'

/** A pause in typing after which the draft is saved, and the wait after a failed save. Milliseconds. */
const PAUSE = 800
const AFTER_FAILURE = 5_000

type Unreadable = Extract<
  Awaited<ReturnType<NonNullable<ReturnType<typeof trpc.questionnaire.save.mutationOptions>['mutationFn']>>>,
  { readonly outcome: 'unreadable' }
>

/** The draft while it is edited: saves itself, remembers the steps back, and never loses what was typed. */
export function useDraft(first: ShownDraft) {
  const [state, dispatch] = useReducer(nextDraft, first, beginDraft)
  const [unreadable, setUnreadable] = useState<Unreadable['fault'] | null>(null)
  const { typed, stored, other } = state
  const save = useMutation(
    trpc.questionnaire.save.mutationOptions({
      onSuccess: (answer) => {
        setUnreadable(answer.outcome === 'unreadable' ? answer.fault : null)
        if (answer.outcome === 'unreadable') return
        dispatch({ kind: answer.outcome === 'saved' ? 'stored' : 'seen', draft: answer.draft })
        queryClient.setQueryData(trpc.questionnaire.draft.queryKey(), answer.draft)
      },
    }),
  )
  const hasEnded = save.isError && faultOf(save.error).code === 'draft-unknown'
  const isDirty = isUnsaved(state)
  const isWaiting = isDirty && !other && !hasEnded && !save.isPending && !unreadable
  const { mutate, isError } = save
  const saveNow = useCallback(
    () => mutate({ id: stored.id, seen: stored.revision, definition: JSON.stringify(typed) }),
    [mutate, stored.id, stored.revision, typed],
  )
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(saveNow, isError ? AFTER_FAILURE : PAUSE)
    return () => clearTimeout(timer)
  }, [isWaiting, isError, saveNow])
  // Another officer's work arrives when the page is looked at again.
  const seen = useQuery(trpc.questionnaire.draft.queryOptions()).data
  useEffect(() => {
    if (seen) dispatch({ kind: 'seen', draft: seen })
  }, [seen])
  const change = useCallback((questionnaire: Questionnaire, field: string | null = null) => {
    setUnreadable(null)
    dispatch({ kind: 'typed', questionnaire, field })
  }, [])
  return {
    ...{ state, isDirty, isSaving: save.isPending, hasEnded, unreadable, change },
    error: hasEnded ? null : save.error,
    see: (draft: ShownDraft) => dispatch({ kind: 'seen', draft }),
    undo: () => dispatch({ kind: 'undone' }),
    take: () => dispatch({ kind: 'taken' }),
    keep: () => dispatch({ kind: 'kept' }),
  }
}
