/**
 * Purpose of a posted questionnaire: submit, save as draft, show again (also in the other language), or delete the
 * draft, first asking for confirmation.
 */
export type FormPurpose = 'send' | 'keep' | 'show' | 'ask-to-drop' | 'drop'

/** Determined by the button pressed; the submit button has no name. */
export function purposeOf({ lang, draft }: Readonly<Record<string, string>>): FormPurpose {
  if (draft === DRAFT.askToDrop) return 'ask-to-drop'
  if (lang !== undefined || draft === DRAFT.back) return 'show'
  if (draft === undefined) return 'send'
  return draft === DRAFT.drop ? 'drop' : 'keep'
}

/** Values of the `draft` buttons; any other value saves the draft. */
export const DRAFT = { askToDrop: 'ask', drop: 'drop', back: 'back' } as const
