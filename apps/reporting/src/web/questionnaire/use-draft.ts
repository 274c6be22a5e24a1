import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { useEffect, useReducer, useState } from 'react'
import { queryClient, type ShownDraft, trpc } from '../api.ts'
import { faultOf } from '../components/fault-of.ts'
import { beginDraft, type DraftEvent, isUnsaved, nextDraft } from './draft-state.ts'

/** A pause in typing after which the draft is saved. */
const PAUSE_MILLISECONDS = 800

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
  const isWaiting = isDirty && !other && !unreadable && save.status !== 'pending' && save.status !== 'error'
  const [settled] = useDebouncedValue(typed, PAUSE_MILLISECONDS)
  const { mutate, reset } = save
  const { id, revision: seenRevision } = stored
  useEffect(() => {
    if (isWaiting && settled === typed) mutate({ id, seen: seenRevision, definition: JSON.stringify(typed) })
  }, [isWaiting, settled, typed, mutate, id, seenRevision])
  // Another officer's work arrives when the page is looked at again.
  const serverDraft = useQuery(trpc.questionnaire.draft.queryOptions()).data
  useEffect(() => {
    if (serverDraft) dispatch({ kind: 'seen', draft: serverDraft })
  }, [serverDraft])
  // The next change tries again after a failure.
  const go = (event: DraftEvent) => {
    setUnreadable(null)
    if (save.isError && !hasEnded) reset()
    dispatch(event)
  }
  return {
    ...{ state, isDirty, isSaving: save.isPending, hasEnded, unreadable },
    /** The typed words cannot be saved as they are. */
    isRefused: hasEnded || unreadable !== null || other !== null,
    change: (questionnaire: Questionnaire, field: string | null = null) => go({ kind: 'typed', questionnaire, field }),
    saveAgain: reset,
    error: hasEnded ? null : save.error,
    see: (draft: ShownDraft) => go({ kind: 'seen', draft }),
    undo: () => go({ kind: 'undone' }),
    take: () => go({ kind: 'taken' }),
    keep: () => go({ kind: 'kept' }),
  }
}
