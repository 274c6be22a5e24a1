import { type AddedLanguage, LARGEST_LANGUAGE_FILE } from '@wayproof/forms/languages/ports'
import type { SentenceTree } from '@wayproof/forms/languages/sentence-tree'
import { type JsonFault, readJson } from '@wayproof/kernel/json/read-json'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type LanguageTagFault, readAddedTag, type SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { isVisibleLine } from '@wayproof/kernel/people/visible-text'
import { englishSentences, sentencesAsData } from './sentence-shape.ts'
import { flatSentences, sentenceTree, treeOf } from './sentence-tree.ts'

export const LONGEST_LANGUAGE_NAME = 40
const MOST_SENTENCES = 1000
const DEEPEST = 16

export type LanguageFileFault =
  | LanguageTagFault
  | { readonly code: 'language-too-large' | 'language-not-json' | 'language-no-file' | 'language-name-invalid' }
  | JsonFault

export interface LanguageFile {
  readonly tag: SurveyLanguage
  readonly name: string
  readonly sentences: SentenceTree
  /** Paths of values that are no text. */
  readonly otherValues: readonly string[]
}

/** Reads the file of a language. Its sentences may have faults. */
export function readLanguageFile(json: string): Outcome<LanguageFile, LanguageFileFault> {
  if (json.length > LARGEST_LANGUAGE_FILE) return fail('language-too-large')
  const file = parsed(json)
  if (!file.ok) return file
  const { tag, name, sentences } = file.value as Readonly<Record<string, unknown>>
  if (typeof tag !== 'string' || typeof name !== 'string' || !isRecord(sentences)) return fail('language-no-file')
  const read = readAddedTag(tag)
  if (!read.ok) return read
  const trimmed = name.normalize('NFC').trim()
  if (trimmed === '' || trimmed.length > LONGEST_LANGUAGE_NAME || /[<>\ufffd]/.test(trimmed) || !isVisibleLine(trimmed))
    return fail('language-name-invalid')
  const { texts: english } = englishSentences()
  const { texts, otherValues } = flatSentences(sentences, (path) => english.has(path))
  const paths = [...texts.keys(), ...otherValues]
  if (paths.length > MOST_SENTENCES) return fail('language-too-large')
  // A key with dots is a path, too.
  if (paths.some((path) => path.split('.').length > DEEPEST)) return fail('language-no-file')
  // A template has an empty text where the translation is to come.
  const written = new Map(
    [...texts].filter(([, text]) => text.trim() !== '').map(([path, text]) => [path, text.trim()]),
  )
  return ok({ tag: read.value, name: trimmed, sentences: sentenceTree(written), otherValues })
}

/** The file to translate: each sentence in English and Chinese, with the translation so far. */
export function languageTemplate({ tag, name, sentences }: Pick<AddedLanguage, 'tag' | 'name' | 'sentences'>): string {
  const { texts: english } = englishSentences()
  const { texts: chinese } = sentencesAsData('zh-CN')
  const { texts } = flatSentences(sentences, (path) => english.has(path))
  const places = [...english].map(
    ([path, en]) => [path, { en, 'zh-CN': chinese.get(path) ?? '', text: texts.get(path) ?? '' }] as const,
  )
  return `${JSON.stringify({ tag, name, sentences: treeOf(new Map(places)) }, null, 2)}\n`
}

function parsed(json: string): Outcome<object, LanguageFileFault> {
  const read = readJson(json, DEEPEST)
  if (read.ok) return isRecord(read.value) ? ok(read.value) : fail('language-no-file')
  const isOtherFormat = read.fault.code === 'json-broken' && !/^[\uFEFF\s]*\{/.test(json)
  return isOtherFormat ? fail('language-not-json') : read
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
