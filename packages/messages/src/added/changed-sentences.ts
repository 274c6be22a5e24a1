import { englishSentences } from './sentence-shape.ts'
import { flatSentences } from './sentence-tree.ts'

export interface ChangedSentence {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** The sentences that differ between two trees, by path; null where a tree has none. */
export function changedSentences(before: unknown, after: unknown): readonly ChangedSentence[] {
  const { texts: english } = englishSentences()
  const [old, now] = [before, after].map((tree) => flatSentences(tree, (path) => english.has(path)).texts)
  const paths = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])
  return [...paths].flatMap((path) => {
    const change = { path, before: old?.get(path) ?? null, after: now?.get(path) ?? null }
    return change.before === change.after ? [] : [change]
  })
}
