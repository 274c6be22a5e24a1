import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { IntlMessageFormat } from 'intl-messageformat'
import { type TravelerSentences, travelerSentences } from '../traveler-sentences.ts'
import { elementsOf, faultOfText } from './check-pattern.ts'
import type { ArgumentKind } from './sentence-arguments.ts'
import { englishSentences, kindsAt, NONE, SOME } from './sentence-shape.ts'
import { flatSentences } from './sentence-tree.ts'

type Say = (...given: readonly unknown[]) => unknown

/**
 * The sentences of an added language in the shape of `messages`. A sentence that is missing or has a fault is the
 * English one, as after an update that brought a sentence.
 */
export function buildSentences(tree: unknown, language: SurveyLanguage): TravelerSentences {
  const { texts: english, kinds } = englishSentences()
  const { texts } = flatSentences(tree, (path) => english.has(path))
  const soundText = (path: string): string | null => {
    const text = texts.get(path) ?? ''
    if (text.trim() === '') return null
    return faultOfText(text, english.get(path) ?? '', kinds.get(path) ?? null, language) === null ? text : null
  }
  const format = (path: string, its: readonly ArgumentKind[]): Say | null => {
    const text = soundText(path)
    if (text === null) return null
    if (kinds.get(path) === null) return () => text
    const message = new IntlMessageFormat(elementsOf(text), language)
    return (...given) => message.format(argumentValues(given, its, language))
  }

  function build(path: string, node: unknown): unknown {
    if (typeof node === 'string') return soundText(path) ?? node
    if (typeof node === 'function') return buildSaying(path, node as Say)
    const entries = Object.entries(node as object).map(
      ([key, value]) => [key, build(path === '' ? key : `${path}.${key}`, value)] as const,
    )
    return Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries)
  }

  function buildSaying(path: string, say: Say): Say {
    const its = kindsAt(path)
    if (its[0] === 'number-or-none') {
      const [none, some] = [soundText(`${path}.${NONE}`), format(`${path}.${SOME}`, ['number'])]
      return (number) => (number === null ? (none ?? say(null)) : (some ?? say)(number))
    }
    if (its.length === 0) {
      const text = soundText(path)
      return text === null ? say : () => text
    }
    if (english.has(path)) return format(path, its) ?? say
    const count = [...english.keys()].filter((key) => key.startsWith(`${path}.`)).length
    const items = Array.from({ length: count }, (_, index) => format(`${path}.${index}`, its))
    return (...given) => items.map((item, index) => (item ? item(...given) : (say(...given) as unknown[])[index]))
  }
  return build('', travelerSentences('en')) as TravelerSentences
}

/** The values of a pattern's arguments; a list of numbers gives its length and its listing. */
function argumentValues(given: readonly unknown[], kinds: readonly ArgumentKind[], language: SurveyLanguage) {
  const values = given.flatMap((value, index) =>
    kinds[index] === 'numbers'
      ? [(value as number[]).length, new Intl.ListFormat(language).format((value as number[]).map(String))]
      : [value as string | number],
  )
  return Object.fromEntries(values.map((value, index) => [String(index), value]))
}
