import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { SentenceTree } from './sentence-tree.ts'

/** Largest language file in characters. A complete one has about 60,000, with two languages beside each sentence. */
export const LARGEST_LANGUAGE_FILE = 512 * 1024

/** A language of the survey that the organization added. */
export interface AddedLanguage {
  /** Canonical tag. */
  readonly tag: SurveyLanguage
  /** Its name in the language. */
  readonly name: string
  /** Sentences of pages and letters, with or without faults. */
  readonly sentences: SentenceTree
  /** True if travelers get letters and pages in it. */
  readonly isActive: boolean
  /** Grows with each change. */
  readonly revision: number
  readonly changed: LanguageAct
}

export interface LanguageAct {
  readonly by: { readonly id: Id; readonly name: string }
  readonly at: Instant
}

/** A language in which travelers get letters and pages. */
export type ActiveLanguage = Pick<AddedLanguage, 'tag' | 'name' | 'revision' | 'sentences'>

/** Tells whether a process must read an active language again. */
export type LanguageMark = Pick<ActiveLanguage, 'tag' | 'revision'>

/** A language at the revision that the officer saw; 0 if there was none. */
export interface SeenLanguage {
  readonly tag: SurveyLanguage
  readonly seen: number
}

/** Storage of the added languages. */
export interface SurveyLanguages {
  /** All added languages by tag. */
  list(): Promise<readonly AddedLanguage[]>
  /** By tag, like the marks. */
  active(): Promise<readonly ActiveLanguage[]>
  activeMarks(): Promise<readonly LanguageMark[]>
  get(tag: SurveyLanguage): Promise<AddedLanguage | null>
  /** Number of travelers in the register by the language of their letters. */
  travelers(): Promise<ReadonlyMap<SurveyLanguage, number>>
  /** Adds a language or replaces its sentences. False if its revision is not `seen`. */
  save(language: SeenLanguage, content: Pick<AddedLanguage, 'name' | 'sentences'>, act: LanguageAct): Promise<boolean>
  /** False under the same condition, or if it is so already. */
  setActive(language: SeenLanguage, isActive: boolean, act: LanguageAct): Promise<boolean>
}
