import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Period } from '@wayproof/kernel/calendar/period'
import type { Share } from '@wayproof/kernel/share'
import type { TracedFigure } from './traced-figure.ts'

/** A register row by its key. */
export interface RowPlace {
  readonly register: string
  readonly key: string
}

/** Contribution of one counted unit (a partner, a staff member, a month) to a figure, with its register rows. */
export interface TracedRow {
  /** Identifies the unit within its figure. */
  readonly key: string
  readonly label: string
  /** 0 if it is not counted. */
  readonly numerator: number
  readonly denominator: number
  readonly places: readonly RowPlace[]
}

export const SIDES = ['numerator', 'denominator'] as const

export type Side = (typeof SIDES)[number]

/** Query for the rows of a figure. */
export interface TraceQuery {
  readonly figure: TracedFigure
  readonly half: Period
  readonly asOf: CalendarDate
  /** Quarters in which training is counted. */
  readonly quarters: readonly Period[]
  readonly baselineYear: number
}

/** Total of the rows. */
export const totalOf = (rows: readonly Share[]): Share => ({
  numerator: rows.reduce((sum, row) => sum + row.numerator, 0),
  denominator: rows.reduce((sum, row) => sum + row.denominator, 0),
})

/** Rows on one side of a figure. */
export const rowsOfSide = (rows: readonly TracedRow[], side: Side): readonly TracedRow[] =>
  rows.filter((row) => row[side] > 0)
