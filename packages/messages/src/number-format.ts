import type { Locale } from '@wayproof/kernel/people/locale'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { flooredTenths, type Share } from '@wayproof/kernel/share'

const space = '\u00a0'
const minus = '\u2212'

function tenths(value: number): string {
  const text = (Math.abs(value) / 10).toFixed(1).replace(/\.0$/, '')
  return `${value < 0 ? minus : ''}${text}%`
}

/** A count with thousands separators; one that rounds to zero has no sign. */
export const count = (n: number, locale: SurveyLanguage): string =>
  new Intl.NumberFormat(locale, { signDisplay: 'negative' }).format(n)

/** A share rounded down to a tenth of a percent: 999 of 1,000 is 99.9 %, never 100 %. */
export function sharePercent(share: Share): string | null {
  const floored = flooredTenths(share)
  return floored === null ? null : tenths(floored)
}

/** A share without a target, as `nearestPercent`. */
export const ratePercent = ({ numerator, denominator }: Share): string | null =>
  denominator === 0 ? null : nearestPercent(numerator / denominator)

/** A number from 0 to 1 as a percentage, to the nearest tenth; 0 % means none, and 100 % means all. */
export function nearestPercent(value: number): string {
  const nearest = Math.round(value * 1000)
  return tenths(value === 0 || value === 1 ? nearest : Math.min(Math.max(nearest, 1), 999))
}

/** A number from 0 to 1 as a percentage with one decimal, rounded down (towards missing the target). */
export const percent = (value: number): string => tenths(Math.floor(value * 1000 + 1e-9))

/** The number of `percent` alone, for places that show the sign separately. */
export const percentDigits = (value: number): string =>
  `${value < -1e-9 ? minus : ''}${(Math.abs(Math.floor(value * 1000 + 1e-9)) / 10).toFixed(1).replace(/\.0$/, '')}`

/** A change in percentage points with its sign, rounded to a tenth. */
export function points(difference: number, locale: Locale): string {
  const rounded = Math.round(difference * 1000) / 10
  const sign = rounded > 0 ? '+' : rounded < 0 ? minus : '±'
  const text = `${sign}${Math.abs(rounded).toFixed(1)}`
  return locale === 'en' ? `${text}${space}points` : `${text}${space}个百分点`
}

/** A coefficient from −1 to 1 with two decimals. */
export function coefficient(value: number): string {
  const text = Math.abs(value).toFixed(2)
  return value < 0 && text !== '0.00' ? `${minus}${text}` : text
}

/** A positive distance in percentage points, rounded down to a tenth. */
export const pointsDown = (difference: number): string => (Math.floor(difference * 1000 + 1e-9) / 10).toFixed(1)

/** The rates per 100,000 that a rounded number of cases leaves, rounded outward to tenths. */
export function rateRange({ cases, most, base }: Readonly<Record<'cases' | 'most' | 'base', number>>): string {
  const tenths = (count: number) => (count * 1_000_000) / base
  const lower = (Math.floor(tenths(cases) + 1e-9) / 10).toFixed(1)
  return `${lower}\u2013${(Math.ceil(tenths(most) - 1e-9) / 10).toFixed(1)}`
}
