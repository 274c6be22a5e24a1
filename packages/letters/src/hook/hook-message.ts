import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

/** Events that the web hook tells. Deadlines are `at-once` if a law counts them in hours. */
export const HOOK_KINDS = [
  'deadlines',
  'at-once',
  'goals',
  'question',
  'scheduler',
  'mail-server',
  'bounce-mailbox',
  'test',
] as const
export type HookKind = (typeof HOOK_KINDS)[number]

/** A message to a group chat or another system: never a name, a case or a figure about respondents. */
export interface HookMessage {
  readonly kind: HookKind
  readonly count: number
  /** The earliest day by which something is due; null if nothing has a day. */
  readonly due: CalendarDate | null
  /** Path of a page in the dashboard. */
  readonly path: string
}

/** A message to be sent. One with a known dedupe key is the same message. */
export interface NewHookMessage extends HookMessage {
  readonly dedupeKey: string
}

/** A message claimed by one sender until its lease ends. */
export interface ClaimedHookMessage extends HookMessage {
  readonly id: Id
  /** Counted from 1. */
  readonly attempt: number
  readonly createdAt: Instant
}
