import type { AddedLanguage } from '@wayproof/forms/languages/ports'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { sentencesAsData } from '../added/sentence-shape.ts'
import { sentenceTree } from '../added/sentence-tree.ts'

/** Marks of both ends, so that a cut sentence shows. */
const [START, END] = ['⟦', '⟧']

const ACCENTS: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'î', n: 'ñ', o: 'ø', s: 'š', u: 'ü', y: 'ÿ', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ø', S: 'Š', U: 'Ü', Y: 'Ý', Z: 'Ž' },
}

/** A text with accents on its letters, outside placeholders and the words of a choice. */
export const accented = (text: string): string =>
  `${START}${text.replace(PLACES, '').length === 0 ? text : accentedOutside(text)}${END}`

/** `{0}`, `{0, number}`, `{time}`, and the start of each form of a number. */
const PLACES = /\{\d+, plural, one \{|\} other \{|\{\w+(?:, number)?\}/g

function accentedOutside(text: string): string {
  const places = text.match(PLACES) ?? []
  return text
    .split(PLACES)
    .map((part, index) => part.replace(/[a-z]/gi, (letter) => ACCENTS[letter] ?? letter) + (places[index] ?? ''))
    .join('')
}

/** The file of a complete language for tests: every English sentence with accents. */
export function accentedLanguage(tag = 'fr', name = 'Français'): Pick<AddedLanguage, 'tag' | 'name' | 'sentences'> {
  const texts = new Map([...sentencesAsData(LOCALES[1]).texts].map(([path, text]) => [path, accented(text)]))
  return { tag, name, sentences: sentenceTree(texts) }
}
