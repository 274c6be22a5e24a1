import type { Locale } from '@wayproof/kernel/people/locale'
import type { PeopleBand } from '@wayproof/survey/disclosure/people-band'
import { count } from './number-format.ts'

/** A share of a small group, which is shown as a range. */
export function bandText({ end, base }: PeopleBand, locale: Locale): string {
  const [all, most] = [count(base, locale), count(base - 1, locale)]
  if (locale === 'en') return end === 'low' ? `at most 1 of ${all}` : `at least ${most} of ${all}`
  return end === 'low' ? `${all} 人中最多 1 人` : `${all} 人中至少 ${most} 人`
}
