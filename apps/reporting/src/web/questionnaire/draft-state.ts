import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { ShownDraft } from '../api.ts'

/** Steps that Undo remembers. */
const MOST_STEPS = 100

/** A draft in the browser: what is typed, what the server has, and how to go back. */
export interface DraftState {
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
