import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock, Instant } from '@wayproof/kernel/clock'

/** Registers in which a month without a row is a statement that somebody makes: silence alone is unknown. */
export const CONFIRMED_REGISTERS = ['incidents'] as const

export type ConfirmedRegister = (typeof CONFIRMED_REGISTERS)[number]

/** A month of a register, `2026-03`. */
export interface MonthOf {
  readonly register: ConfirmedRegister
  readonly month: PeriodKey
}

/** The number of rows of a month, and who confirmed that there is none; a row makes a confirmation moot. */
export interface RegisterMonth {
  readonly month: PeriodKey
  readonly rows: number
  readonly confirmed: { readonly by: string; readonly at: Instant } | null
}

export interface EmptyMonthStore {
  /** The months as asked for. */
  months(register: ConfirmedRegister, months: readonly PeriodKey[]): Promise<readonly RegisterMonth[]>
  /** False if the month has rows or is confirmed. */
  confirm(month: MonthOf & { readonly by: string; readonly at: Instant }): Promise<boolean>
  /** False if it is not confirmed. */
  withdraw(month: MonthOf & { readonly at: Instant }): Promise<boolean>
}

export interface EmptyMonthPorts {
  readonly emptyMonths: EmptyMonthStore
  readonly clock: Clock
  readonly timeZone: string
}
