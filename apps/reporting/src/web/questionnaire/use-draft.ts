import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { useEffect, useReducer, useState } from 'react'
import { queryClient, type ShownDraft, trpc } from '../api.ts'
import { faultOf } from '../components/fault-of.ts'

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

/** Steps that Undo remembers. */
const MOST_STEPS = 100

/** A draft in the browser: what is typed, what the server has, and how to go back. */
interface DraftState {
  readonly typed: Questionnaire
  readonly past: readonly Questionnaire[]
  /** The field of the last change: typing on in one field is one step. */
  readonly field: string | null
  /** The draft as the server stored it last. */
  readonly stored: ShownDraft
  /** A draft that somebody else saved while this one had unsaved changes. */
  readonly other: ShownDraft | null
}

export type DraftEvent =
  | { readonly kind: 'typed'; readonly questionnaire: Questionnaire; readonly field: string | null }
  | { readonly kind: 'undone' }
  /** The server stored what was sent; more may have been typed since. */
  | { readonly kind: 'stored'; readonly draft: ShownDraft }
  /** The server has this draft now. */
  | { readonly kind: 'seen'; readonly draft: ShownDraft }
  | { readonly kind: 'taken' }
  | { readonly kind: 'kept' }

const read = ({ definition }: ShownDraft) => JSON.parse(definition) as Questionnaire

export const beginDraft = (stored: ShownDraft): DraftState => ({
  ...{ typed: read(stored), past: [], field: null, stored, other: null },
})

/** True if the server does not have what is typed. */
export const isUnsaved = ({ typed, stored }: DraftState): boolean => JSON.stringify(typed) !== stored.definition

export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.kind) {
    case 'typed': {
      const isSameField = event.field !== null && event.field === state.field
      const past = isSameField ? state.past : [...state.past, state.typed].slice(-MOST_STEPS)
      return { ...state, typed: event.questionnaire, past, field: event.field }
    }
    case 'undone': {
      const typed = state.past.at(-1)
      return typed ? { ...state, typed, past: state.past.slice(0, -1), field: null } : state
    }
    case 'stored':
      return numbered(state, event.draft)
    case 'seen':
      return receiveDraft(state, event.draft)
    case 'taken':
      return state.other ? adopt(state, state.other) : state
    case 'kept':
      return state.other ? { ...state, stored: state.other, other: null } : state
  }
}

/** The server numbers a draft, so that number is no change of the officer. */
const numbered = (state: DraftState, stored: ShownDraft): DraftState =>
  state.typed.version === stored.version
    ? { ...state, stored }
    : { ...state, stored, typed: { ...state.typed, version: stored.version } }

/** A newer draft replaces one without unsaved changes; otherwise the officer decides. */
function receiveDraft(state: DraftState, draft: ShownDraft): DraftState {
  if (draft.id !== state.stored.id || draft.revision < state.stored.revision) return state
  if (draft.revision === state.stored.revision) return numbered(state, draft)
  return isUnsaved(state) ? { ...state, other: draft } : adopt(state, draft)
}

const adopt = ({ typed, past }: DraftState, stored: ShownDraft): DraftState => ({
  ...{ typed: read(stored), past: [...past, typed].slice(-MOST_STEPS), field: null, stored, other: null },
})
