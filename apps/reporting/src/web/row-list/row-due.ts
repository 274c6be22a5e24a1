import { type RegisterId, registers } from '@wayproof/evidence/register'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import type { Messages } from '@wayproof/messages/en'

/** How long until a row is due, and whether that time has passed. */
export interface RowDue {
  readonly text: string
  readonly isOverdue: boolean
  /** Due within a week. */
  readonly isSoon: boolean
}

const SOON_DAYS = 7
const HOUR = 3_600_000

/** Null for a row that is done or has no due day. */
export function rowDue(
  register: RegisterId,
  cells: Cells,
  today: CalendarDate,
  text: Messages['deadlines']['left'],
): RowDue | null {
  const { due } = registers[register]
  const day = due && cells[due.field]
  if (!due || typeof day !== 'string') return null
  if (due.done !== undefined && cells[due.done] !== null) return null
  const days = daysBetween(today, day)
  if (days < 0) return { text: text.overdueDays(-days), isOverdue: true, isSoon: false }
  const words = days === 0 ? text.today : days === 1 ? text.tomorrow : text.inDays(days)
  return { text: words, isOverdue: false, isSoon: days <= SOON_DAYS }
}

/** The time until a moment, in hours below two days; overdue if it is not positive. */
export function timeLeft(milliseconds: number, text: Messages['deadlines']['left']): RowDue {
  const isOverdue = milliseconds <= 0
  const left = Math.abs(milliseconds)
  const hours = Math.floor(left / HOUR)
  const minutes = Math.floor((left % HOUR) / 60_000)
  if (hours < 48)
    return {
      text: isOverdue ? text.overdueHours(hours, minutes) : text.inHours(hours, minutes),
      ...{ isOverdue, isSoon: !isOverdue },
    }
  const days = Math.floor(hours / 24)
  return {
    text: isOverdue ? text.overdueDays(days) : text.inDays(days),
    ...{ isOverdue, isSoon: !isOverdue && days <= SOON_DAYS },
  }
}
