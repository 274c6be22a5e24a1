import { editDistance } from '@wayproof/kernel/settings/edit-distance'

/** A row that a reference may mean. */
export interface ReferenceCandidate {
  readonly id: string
  /** Null for a row without a name. */
  readonly name: string | null
}

/** How much farther the second nearest must be. */
const CLEARLY = 2

/** Letters that are typed for digits. */
const DIGITS: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1' }

/** Without width, case, spaces and punctuation. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '')
const plainId = (text: string): string => plain(text).replaceAll(/[oli]/g, (letter) => DIGITS[letter] ?? letter)
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

/** The edits that a name of this length may have. A Chinese name is short, and one character is much of it. */
const allowedEdits = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : 2)

/**
 * The row that a reference was probably meant to be, if one is clearly the nearest. Another number is another row, so an
 * identifier may differ only in its form and in letters like O for 0; a name may have one or two edits outside its digits.
 */
export function nearestReference(text: string, candidates: readonly ComparedCandidate[]): ReferenceCandidate | null {
  const typed = formsOf(text, text)
  if (typed.name === '') return null
  const allowed = allowedEdits(typed.name.length)
  const ranked = candidates
    .map(({ candidate, forms }) => ({ candidate, edits: editsTo(forms, typed, allowed + CLEARLY) }))
    .toSorted((one, other) => one.edits - other.edits)
  const [first, second] = ranked
  if (!first || first.edits > allowed) return null
  const room = (second?.edits ?? Number.POSITIVE_INFINITY) - first.edits
  return room >= (first.edits === 0 ? 1 : CLEARLY) ? first.candidate : null
}

interface Forms {
  readonly id: string
  readonly name: string
  readonly digits: string
}

/** A row in the form in which texts are compared, because a file may have many texts. */
export interface ComparedCandidate {
  readonly candidate: ReferenceCandidate
  readonly forms: Forms
}

export const comparedCandidate = (candidate: ReferenceCandidate): ComparedCandidate => ({
  candidate,
  forms: formsOf(candidate.id, candidate.name ?? ''),
})

function formsOf(id: string, named: string): Forms {
  const name = plain(named)
  return { id: plainId(id), name, digits: digitsOf(name) }
}

function editsTo(other: Forms, typed: Forms, most: number): number {
  if (other.id === typed.id) return 0
  if (other.name === '' || other.digits !== typed.digits) return Number.POSITIVE_INFINITY
  return editDistance(typed.name, other.name, most)
}
