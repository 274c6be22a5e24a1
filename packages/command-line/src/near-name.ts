import { editDistance } from '@wayproof/kernel/settings/edit-distance'

/** Shorter names are a single edit away from many others. */
const LONG_NAME = 4

/** The one of `names` that `name` probably misspells; null if none is near. */
export function nearName(name: string, names: readonly string[]): string | null {
  const most = name.length < LONG_NAME ? 1 : 2
  const near = names
    .map((candidate) => ({ candidate, edits: editDistance(name, candidate, most) }))
    .filter(({ edits }) => edits <= most)
    .toSorted((a, b) => a.edits - b.edits)
  return near[0]?.candidate ?? null
}
