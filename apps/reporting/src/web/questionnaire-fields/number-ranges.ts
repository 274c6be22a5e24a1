import type { Locale } from '@wayproof/kernel/people/locale'

/** Ascending numbers as people write them: `1, 3–9`. */
export function numberRanges(numbers: readonly number[], locale: Locale): string {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range && range.last === number - 1) range.last = number
    else ranges.push({ first: number, last: number })
  }
  const texts = ranges.map(({ first, last }) =>
    first === last ? [first] : last - first === 1 ? [first, last] : [`${first}–${last}`],
  )
  return texts.flat().join(locale === 'en' ? ', ' : '、')
}
