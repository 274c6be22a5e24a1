import { lettersOf } from './letters.ts'

/** A number, letter or bullet before the text of a list item or heading. */
export interface ListMarker {
  /** Length of the marker in characters, including text before it. */
  readonly length: number
  /** `1.`, `一、`, `（1）`, `①`, `a)` and `i.` all have the value `1`; null for a bullet. */
  readonly values: readonly string[] | null
}

const HAN = '[〇零一二三四五六七八九十百]{1,5}'
const ROMAN = '[ivxlc]{1,7}'
const NUMBER = `\\d{1,3}|${HAN}`
/**
 * End of a marker: punctuation not followed by a digit; after a letter and a full stop no letter may follow, as in
 * `e.g.`.
 */
const END = '\\s*[.．。、)）\\]】:：](?!\\d)'
const LETTER_END = '\\s*(?:[.．:](?![\\da-z])|[。、)）\\]】：])'

const FORMS: readonly RegExp[] = [
  new RegExp(`^第\\s*(${NUMBER})\\s*(?:条|章|节|款|项|编|篇|部分)[、.．:：]?`, 'u'),
  /^(?:article|section|chapter|part|clause|step)\s+(\d{1,3}|[ivxlc]{1,7})(?![\da-z])[.:：、)]?/iu,
  /^(\d{1,3}(?:[.．]\d{1,3}){1,5})[.．、)）:：]?(?=\s|\p{Script=Han}|$)/u,
  new RegExp(`^[(（\\[【]\\s*(${NUMBER}|[a-z]|${ROMAN})\\s*[)）\\]】][.、]?`, 'iu'),
  new RegExp(`^(${NUMBER})${END}`, 'iu'),
  new RegExp(`^([a-z]|${ROMAN})${LETTER_END}`, 'iu'),
  /^([①-⑳⑴-⒇⒈-⒛㈠-㈩Ⅰ-Ⅻⅰ-ⅻ❶-❿➀-➓])[.、]?/u,
]
/** Letters that word processors and symbol fonts use as bullets. */
const BULLET = /^[olnuvØü](?=[\s\u00a0]{2}|\t)/u
const BEFORE = /^[^\p{L}\p{N}(（[【]{0,40}/u

/** Parses the marker at the start of a line, or returns null. */
export function listMarker(line: string): ListMarker | null {
  const before = BEFORE.exec(line)?.[0].length ?? 0
  const rest = line.slice(before, before + 40)
  if (BULLET.test(rest)) return { length: before + 1, values: null }
  for (const form of FORMS) {
    const match = form.exec(rest)
    if (match) return { length: before + match[0].length, values: valuesOf(match[1] ?? '') }
  }
  return null
}

/** Possible values of a marker: a letter may also be a Roman numeral. */
function valuesOf(written: string): readonly string[] {
  const plain = lettersOf(written)
  if (/^\d+$/.test(plain)) {
    // NFKD would drop the dots of 1.2, which separate the numbers.
    const parts = written.split(/[.．]/).map((part) => lettersOf(part).replace(/^0+(?=\d)/, ''))
    return [parts.filter(Boolean).join('.')]
  }
  if (new RegExp(`^${HAN}$`, 'u').test(plain)) return [String(chinese(plain))]
  const values: string[] = []
  if (plain.length === 1) values.push(String(plain.charCodeAt(0) - 96))
  if (new RegExp(`^${ROMAN}$`).test(plain)) values.push(String(roman(plain)))
  return values
}

function chinese(written: string): number {
  const digit = (one: string | undefined) => '零一二三四五六七八九'.indexOf(one === '〇' ? '零' : (one ?? ''))
  const [hundreds, rest] = written.includes('百') ? (written.split('百') as [string, string]) : ['', written]
  const hundred = written.includes('百') ? Math.max(1, digit(hundreds)) * 100 : 0
  if (!rest.includes('十')) return hundred + Math.max(0, digit(rest.at(-1)))
  const [tens, ones] = rest.split('十') as [string, string]
  return (
    hundred + (tens === '' ? 1 : Math.max(0, digit(tens.at(-1)))) * 10 + (ones === '' ? 0 : Math.max(0, digit(ones)))
  )
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

const roman = (written: string): number =>
  [...written].reduce((sum, one, i) => {
    const value = ROMAN_VALUES[one] ?? 0
    return (ROMAN_VALUES[written[i + 1] ?? ''] ?? 0) > value ? sum - value : sum + value
  }, 0)

/** Returns true if two markers number the same item. A bullet matches every marker. */
export const sameMarker = (a: ListMarker['values'], b: ListMarker['values']): boolean =>
  a === null || b === null || a.some((value) => b.includes(value))
