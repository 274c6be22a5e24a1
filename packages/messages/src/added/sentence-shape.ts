import type { Locale } from '@wayproof/kernel/people/locale'
import { type TravelerSentences, travelerSentences } from '../traveler-sentences.ts'
import { patternOf } from './pattern-of.ts'
import { ARGUMENTS, type ArgumentKind } from './sentence-arguments.ts'

/** Sentences of a language by their paths, such as `survey.errors.required` or `dataNotice.whyText.0`. */
export type SentenceTexts = ReadonlyMap<string, string>

/** Kinds of arguments by the path of each sentence; null for one that is not a pattern. */
export type SentenceKinds = ReadonlyMap<string, readonly ArgumentKind[] | null>

export const kindsAt = (path: string): readonly ArgumentKind[] =>
  Object.hasOwn(ARGUMENTS, path) ? ARGUMENTS[path as keyof typeof ARGUMENTS] : []

/** Ends of the paths of a sentence that has two forms, without and with its number. */
export const [NONE, SOME] = ['none', 'some']

const isFunction = (node: unknown): node is (...given: readonly unknown[]) => unknown => typeof node === 'function'

/** The sentences of a language of the product as data: texts and patterns. */
export function sentencesAsData(locale: Locale): { readonly texts: SentenceTexts; readonly kinds: SentenceKinds } {
  const texts = new Map<string, string>()
  const kinds = new Map<string, readonly ArgumentKind[] | null>()
  const add = (path: string, text: string, its: readonly ArgumentKind[] | null) => {
    texts.set(path, text)
    kinds.set(path, its)
  }
  function walk(path: string, node: unknown): void {
    if (typeof node === 'string') add(path, node, null)
    else if (isFunction(node)) addPatterns(path, node)
    else for (const [key, value] of Object.entries(node as object)) walk(path === '' ? key : `${path}.${key}`, value)
  }
  function addPatterns(path: string, say: (...given: readonly unknown[]) => unknown): void {
    const its = kindsAt(path)
    if (its[0] === 'number-or-none') {
      add(`${path}.${NONE}`, String(say(null)), null)
      add(`${path}.${SOME}`, patternOf(say, ['number'], locale), ['number'])
      return
    }
    const sample = say(...its.map((kind) => (kind === 'numbers' ? [] : '')))
    if (!Array.isArray(sample)) {
      add(path, patternOf(say, its, locale), its.length === 0 ? null : its)
      return
    }
    for (const index of sample.keys()) {
      const text = patternOf((...given) => (say(...given) as readonly string[])[index], its, locale)
      // A line of a list that has none of its arguments is no pattern.
      add(`${path}.${index}`, text, text.includes('{') ? its : null)
    }
  }
  walk('', travelerSentences(locale) satisfies TravelerSentences)
  return { texts, kinds }
}

let english: ReturnType<typeof sentencesAsData> | undefined

/** The English sentences as data: every language has the same paths and arguments. */
export const englishSentences = () => {
  english ??= sentencesAsData('en')
  return english
}
