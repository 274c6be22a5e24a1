import { editDistance } from '@wayproof/kernel/edit-distance'

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
export function nearestReference(text: string, candidates: readonly ReferenceCandidate[]): ReferenceCandidate | null {
  const [typed, typedId] = [plain(text), plainId(text)]
  if (typed === '') return null
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: editsTo(candidate, typed, typedId) }))
    .toSorted((one, other) => one.edits - other.edits)
  const [first, second] = ranked
  if (!first || first.edits > allowedEdits(typed.length)) return null
  const room = (second?.edits ?? Number.POSITIVE_INFINITY) - first.edits
  return room >= (first.edits === 0 ? 1 : CLEARLY) ? first.candidate : null
}

function editsTo({ id, name }: ReferenceCandidate, typed: string, typedId: string): number {
  if (plainId(id) === typedId) return 0
  const other = plain(name ?? '')
  if (other === '' || digitsOf(other) !== digitsOf(typed)) return Number.POSITIVE_INFINITY
  return editDistance(typed, other)
}
