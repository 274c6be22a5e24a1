/**
 * What a posted questionnaire wants: to be sent, kept for later, shown again as it is, also in the other language, or
 * deleted where it was kept: asked for first, and then done.
 */
export type FormPurpose = 'send' | 'keep' | 'show' | 'ask-to-drop' | 'drop'

/** Told by the button that was pressed; the one that sends has no name. */
export function purposeOf({ lang, draft }: Readonly<Record<string, string>>): FormPurpose {
  if (draft === DRAFT.askToDrop) return 'ask-to-drop'
  if (lang !== undefined || draft === DRAFT.back) return 'show'
  if (draft === undefined) return 'send'
  return draft === DRAFT.drop ? 'drop' : 'keep'
}

/** Values of the buttons `draft`; every other keeps what is typed. */
export const DRAFT = { askToDrop: 'ask', drop: 'drop', back: 'back' } as const
