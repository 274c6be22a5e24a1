import type { Locale } from '@wayproof/kernel/people/locale'
import type { Deadline } from '@wayproof/oversight/deadlines/deadline'
import type { TimeLeft } from '@wayproof/oversight/deadlines/urgency'
import { day, periodName } from './date-format.ts'
import type { Messages } from './en.ts'

type DeadlineWords = Messages['deadlines']

/** Kinds whose name is a period, which each language words differently. */
const OF_PERIODS: readonly string[] = ['meeting', 'freeze', 'signature', 'seal', 'opening', 'empty-month']

/** The task of a deadline, in words. */
export const taskText = (
  deadline: Pick<Deadline, 'kind' | 'subject' | 'part' | 'name'>,
  { deadlines }: { readonly deadlines: Pick<DeadlineWords, 'tasks'> },
  locale: Locale,
): string => deadlines.tasks[deadline.kind](deadlineName(deadline, locale).text, deadline.part ?? '')

/** The name of a deadline's record. `isWritten`: a person wrote it, so it is in no certain language. */
export function deadlineName(
  { kind, subject, name }: Pick<Deadline, 'kind' | 'subject' | 'name'>,
  locale: Locale,
): { readonly text: string; readonly isWritten: boolean } {
  if (OF_PERIODS.includes(kind)) return { text: periodName(subject, locale), isWritten: false }
  if (name === null) return { text: subject, isWritten: false }
  if (typeof name !== 'string') return { text: name[locale], isWritten: true }
  return kind === 'request' ? { text: day(name, locale), isWritten: false } : { text: name, isWritten: true }
}

const MINUTE = 60_000

/** The time left to a deadline, in words. */
export function leftText(left: TimeLeft, { deadlines }: { readonly deadlines: Pick<DeadlineWords, 'left'> }): string {
  const words = deadlines.left
  if (left.ms !== undefined) {
    const minutes = Math.floor(Math.abs(left.ms) / MINUTE)
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours >= 48) {
      const wholeDays = Math.floor(hours / 24)
      return left.ms < 0 ? words.overdueDays(wholeDays) : words.inDays(wholeDays)
    }
    return left.ms < 0 ? words.overdueHours(hours, rest) : words.inHours(hours, rest)
  }
  if (left.days < 0) return words.overdueDays(-left.days)
  if (left.days === 0) return words.today
  return left.days === 1 ? words.tomorrow : words.inDays(left.days)
}
