import { lettersOf } from './letters.ts'

/** A number, letter or bullet that a list or heading sets before its text. */
export interface ListMarker {
  /** Characters of the text up to the marker's end, with what stands before it. */
  readonly length: number
  /** `1.`, `一、`, `（1）`, `①`, `a)` and `i.` say the same as `1`; null for a bullet. */
  readonly values: readonly string[] | null
}

const HAN = '[〇零一二三四五六七八九十百]{1,5}'
const ROMAN = '[ivxlc]{1,7}'
const NUMBER = `\\d{1,3}|${HAN}`
/** Ends a marker: punctuation that no digit follows; after a letter's full stop comes no letter, as in `e.g.`. */
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

/** The marker at the beginning of a line; null without. */
export function listMarker(line: string): ListMarker | null {
  const before = BEFORE.exec(line)?.[0].length ?? 0
  const rest = line.slice(before, before + 40)
  if (BULLET.test(rest)) return { length: before + 1, values: null }
  for (const form of FORMS) {
    const found = form.exec(rest)
    if (found) return { length: before + found[0].length, values: valuesOf(found[1] ?? '') }
  }
  return null
}

/** What a marker's number may mean: a letter is also a Roman number. */
function valuesOf(written: string): readonly string[] {
  const plain = lettersOf(written)
  if (/^\d+$/.test(plain)) {
    // NFKD takes the dots of 1.2 away; they part the numbers.
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

/** Whether two markers number the same item. A bullet goes with any. */
export const sameMarker = (a: ListMarker['values'], b: ListMarker['values']): boolean =>
  a === null || b === null || a.some((value) => b.includes(value))
