import type { ContinuedDraft } from '@wayproof/survey/answers/draft'

/**
 * Purpose of a posted questionnaire: submit, save as draft (also by the script while the traveler types), show again
 * (also in the other language), or delete the draft, first asking for confirmation.
 */
export type FormPurpose = 'send' | 'keep' | 'autosave' | 'show' | 'ask-to-drop' | 'drop'

/** Determined by the button pressed; the submit button has no name. */
export function purposeOf({ lang, draft }: Readonly<Record<string, string>>): FormPurpose {
  if (draft === DRAFT.askToDrop) return 'ask-to-drop'
  if (draft?.startsWith(AUTOSAVE)) return 'autosave'
  if (lang !== undefined || draft === DRAFT.back) return 'show'
  if (draft === undefined) return 'send'
  return draft === DRAFT.drop ? 'drop' : 'keep'
}

/** Values of the `draft` buttons; any other value saves the draft. */
export const DRAFT = { askToDrop: 'ask', drop: 'drop', back: 'back' } as const

/**
 * How an autosave begins: `auto:PAGE:TAG`. PAGE is a random name of the open page; TAG is that of the draft which the
 * page continues, or empty.
 */
export const AUTOSAVE = 'auto:'

const AUTOSAVED = /^auto:([a-z0-9]{1,10}):([0-9a-f]{16})?$/

/** The page and the tag of an autosave; null if the value has another form. */
export function readAutosave(draft: string): ContinuedDraft | null {
  const [, page, tag = null] = AUTOSAVED.exec(draft) ?? []
  return page === undefined ? null : { page, tag }
}

/** Response header with the tag of the draft that was just saved; empty if there is none. */
export const DRAFT_TAG = 'Draft-Tag'
