import type { Texts } from '@wayproof/evidence/rows/read-cells'

interface EditedRow {
  /** The row as it was when the form opened. */
  readonly seen: Texts
  readonly typed: Texts
}

interface FieldChange {
  readonly field: string
  readonly now: string
}

/**
 * Takes over what others changed since the form opened. A field that the user did not edit gets their text; a field that
 * both changed gets the text of `whose`.
 */
export function mergeChanges(
  { seen: seenTexts, typed }: EditedRow,
  changes: readonly FieldChange[],
  whose: 'theirs' | 'mine',
) {
  const theirs = Object.fromEntries(changes.map(({ field, now }) => [field, now]))
  const isEdited = (field: string) => (typed[field] ?? '') !== (seenTexts[field] ?? '')
  const taken = Object.entries(theirs).filter(([field]) => whose === 'theirs' || !isEdited(field))
  return { seen: { ...seenTexts, ...theirs }, typed: { ...typed, ...Object.fromEntries(taken) } }
}
