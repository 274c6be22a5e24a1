import type { Approval, Difference } from '@wayproof/accounts/approvals/approval'
import { isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Locale } from '@wayproof/kernel/people/locale'
import { day, periodName } from './date-format.ts'
import type { Messages } from './en.ts'

type Words = {
  readonly reporting: Pick<Messages['reporting'], 'approvals' | 'people' | 'rules'> & {
    readonly waves: Pick<Messages['reporting']['waves'], 'mode'>
  }
}

/** A change in words: "Rule change", with the half-year where it has one. */
export function approvalName(
  { kind, subject }: Pick<Approval, 'kind' | 'subject'>,
  words: Words,
  locale: Locale,
): string {
  const name = words.reporting.approvals.kinds[kind]
  return parsePeriod(subject) ? `${name} · ${periodName(subject, locale)}` : name
}

/** A difference: its name, and the value before and after in words. */
export function differenceText(
  { field, before, after }: Difference,
  words: Words,
  locale: Locale,
): { readonly name: string; readonly value: string } {
  const { approvals, rules } = words.reporting
  const settings: Readonly<Record<string, string>> = rules.names
  const name = approvals.fields[field] ?? settings[field] ?? field.replace(/^sentence:/, '')
  const [old, now] = [before, after].map((value) => valueText(field, value, words, locale))
  if (field === 'role' && after === null) return { name, value: approvals.becomes(old ?? '', approvals.removed) }
  return { name, value: before === null ? (now ?? '') : approvals.becomes(old ?? '', now ?? '') }
}

function valueText(field: string, value: string | null, { reporting }: Words, locale: Locale): string {
  const { approvals, people, waves } = reporting
  const roles: Readonly<Record<string, string>> = people.roles
  const modes: Readonly<Record<string, string>> = waves.mode
  if (value === null) return approvals.none
  if (value === 'at-once') return approvals.atOnce
  if (field === 'role' || field === 'factor-required') return roles[value] ?? value
  if (field === 'mode') return modes[value] ?? value
  if (isCalendarDate(value)) return day(value, locale)
  return field === 'applies-from' ? periodName(value, locale) : value
}
