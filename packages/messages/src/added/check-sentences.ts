import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { faultOfText, type TextFault } from './check-pattern.ts'
import { englishSentences } from './sentence-shape.ts'
import { flatSentences } from './sentence-tree.ts'

export interface SentenceFault {
  readonly path: string
  readonly code: TextFault['code'] | 'missing' | 'unknown' | 'not-text'
  readonly figures?: Readonly<Record<string, string | number>>
}

export interface SentenceCheck {
  /** Sentences that every language has. */
  readonly all: number
  /** Sentences without a fault. */
  readonly complete: number
  readonly faults: readonly SentenceFault[]
}

/** Checks the sentences of a language against the English ones: none lacks, none is unknown, each has its arguments. */
export function checkSentences(tree: unknown, language: SurveyLanguage): SentenceCheck {
  const { texts: english, kinds } = englishSentences()
  const { texts, otherValues } = flatSentences(tree, (path) => english.has(path))
  const faults: SentenceFault[] = []
  for (const [path, source] of english) {
    const text = texts.get(path) ?? ''
    if (otherValues.includes(path)) faults.push({ path, code: 'not-text' })
    else if (text.trim() === '') faults.push({ path, code: 'missing' })
    else {
      const fault = faultOfText(text, source, kinds.get(path) ?? null, language)
      if (fault) faults.push({ path, ...fault })
    }
  }
  const complete = english.size - faults.length
  const unknown = [...texts.keys(), ...otherValues].filter((path) => !english.has(path))
  faults.push(...unknown.map((path) => ({ path, code: 'unknown' }) as const))
  return { all: english.size, complete, faults }
}
