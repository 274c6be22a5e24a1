import type { Locale } from '@wayproof/kernel/people/locale'
import type { ArgumentKind } from './sentence-arguments.ts'

type Say = (...given: readonly never[]) => unknown

/** A number that no sentence contains. */
const sampleNumber = (position: number) => 20_011 + 1000 * position

/**
 * The pattern (ICU MessageFormat) of a sentence that a function composes. It is found by calling the function: a text
 * argument is passed as its placeholder, and a number once as 1 and once as another one.
 */
export function patternOf(say: Say, kinds: readonly ArgumentKind[], locale: Locale): string {
  const expand = (given: readonly unknown[], replacements: readonly Replacement[], position: number): string => {
    const kind = kinds[given.length]
    if (kind === undefined) return replaced(String(say(...(given as readonly never[]))), replacements)
    if (kind === 'text') return expand([...given, `{${position}}`], replacements, position + 1)
    const n = sampleNumber(position)
    if (kind === 'numbers') {
      const list = `{${position + 1}}`
      const two = [n, n + 1]
      const listed: Replacement = { texts: [listing(two, locale), two.join('、')], by: list }
      const one = expand([...given, [n]], [...replacements, { texts: [String(n)], by: list }], position + 2)
      const other = expand([...given, two], [...replacements, listed], position + 2)
      return one === other ? other : plural(position, one, other)
    }
    const number = `{${position}, number}`
    const one = expand([...given, 1], replacements, position + 1)
    const other = expand(
      [...given, n],
      [...replacements, { texts: [n.toLocaleString('en'), String(n)], by: number }],
      position + 1,
    )
    return one === other.replaceAll(number, '1') ? other : plural(position, one, other)
  }
  return expand([], [], 0)
}

interface Replacement {
  readonly texts: readonly string[]
  readonly by: string
}

const listing = (numbers: readonly number[], locale: Locale) => new Intl.ListFormat(locale).format(numbers.map(String))

const replaced = (text: string, replacements: readonly Replacement[]): string =>
  replacements.reduce((done, { texts, by }) => texts.reduce((each, from) => each.replaceAll(from, by), done), text)

/** A choice between the forms of a number, as short as it can be: words that the forms share stay outside. */
function plural(position: number, one: string, other: string): string {
  const start = shared(words(one), words(other))
  const [restOne, restOther] = [one.slice(start.length), other.slice(start.length)]
  const end = shared(words(restOne).reverse(), words(restOther).reverse(), true)
  const inner = (text: string) => text.slice(0, text.length - end.length)
  return `${start}{${position}, plural, one {${inner(restOne)}} other {${inner(restOther)}}}${end}`
}

const words = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

/** The longest run of equal words from the start, or before the end, in which braces are balanced. */
function shared(a: readonly string[], b: readonly string[], isEnd = false): string {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  const text = (n: number) => (isEnd ? a.slice(0, n).toReversed() : a.slice(0, n)).join('')
  while (length > 0 && !isBalanced(text(length))) length -= 1
  return text(length)
}

const isBalanced = (text: string): boolean => {
  let depth = 0
  for (const mark of text) {
    if (mark === '{') depth += 1
    if (mark === '}') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}
