/** What a posted questionnaire wants: to be sent, kept for later, deleted where it was kept, or shown in the other language. */
export type FormPurpose = 'send' | 'keep' | 'drop' | 'translate'

/** Told by the button that was pressed; the one that sends has no name. */
export function purposeOf({ lang, draft }: Readonly<Record<string, string>>): FormPurpose {
  if (lang !== undefined) return 'translate'
  if (draft === undefined) return 'send'
  return draft === DROP ? 'drop' : 'keep'
}

/** The value of the button `draft` that deletes what was kept; every other keeps what is typed. */
export const DROP = 'drop'
