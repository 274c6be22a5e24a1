import type { SentenceNode, SentenceTree } from '@wayproof/forms/languages/sentence-tree'
import type { SentenceTexts } from './sentence-shape.ts'

export interface FlatSentences {
  readonly texts: SentenceTexts
  /** Paths of values that are neither a text nor a record or list of more. */
  readonly otherValues: readonly string[]
}

/**
 * The sentences of a tree by their paths. In a template, the place of a sentence has a record with the text and the
 * sentence in the languages of the product.
 */
export function flatSentences(tree: unknown, isSentence: (path: string) => boolean): FlatSentences {
  const texts = new Map<string, string>()
  const otherValues: string[] = []
  function walk(path: string, node: unknown): void {
    if (typeof node === 'string') texts.set(path, node)
    else if (typeof node !== 'object' || node === null) otherValues.push(path)
    else if (isSentence(path) && Object.hasOwn(node, 'text')) walk(path, Reflect.get(node, 'text'))
    else for (const [key, value] of Object.entries(node)) walk(path === '' ? key : `${path}.${key}`, value)
  }
  walk('', tree)
  return { texts, otherValues }
}

/** The tree of values by their paths; a record of 0, 1, 2 … is a list. */
export function treeOf<T>(values: ReadonlyMap<string, T>): unknown {
  const groups = new Map<string, Map<string, T>>()
  const nodes = new Map<string, unknown>()
  for (const [path, value] of values) {
    const at = path.indexOf('.')
    const key = at < 0 ? path : path.slice(0, at)
    if (at < 0) nodes.set(key, value)
    else {
      const group = groups.get(key) ?? new Map<string, T>()
      groups.set(key, group.set(path.slice(at + 1), value))
      nodes.set(key, group)
    }
  }
  for (const [key, group] of groups) nodes.set(key, treeOf(group))
  const keys = [...nodes.keys()]
  return keys.length > 0 && keys.every((key, index) => key === String(index))
    ? [...nodes.values()]
    : Object.fromEntries(nodes)
}

export const sentenceTree = (texts: SentenceTexts): SentenceTree =>
  treeOf(texts) as Exclude<SentenceNode, string | readonly SentenceNode[]>
