import type { CalendarDate, Period, Share } from '@wayproof/kernel'
import type { TracedFigure } from './traced-figure.ts'

/** A row of a register, by the key the register knows it under. */
export interface RowPlace {
  readonly register: string
  readonly key: string
}

/** What one thing that is counted (a partner, a member of staff, a month) adds to a figure, and the rows it rests on. */
export interface TracedRow {
  /** Names the thing within its figure. */
  readonly key: string
  readonly label: string
  /** 0 where it is not counted. */
  readonly numerator: number
  readonly denominator: number
  readonly places: readonly RowPlace[]
}

export const SIDES = ['numerator', 'denominator'] as const

export type Side = (typeof SIDES)[number]

/** What the rows of a figure are asked for. */
export interface TraceQuery {
  readonly figure: TracedFigure
  readonly half: Period
  readonly asOf: CalendarDate
  /** The quarters that training is counted in. */
  readonly quarters: readonly Period[]
  readonly baselineYear: number
}

/** The figure that the rows add up to. */
export const totalOf = (rows: readonly TracedRow[]): Share => ({
  numerator: rows.reduce((sum, row) => sum + row.numerator, 0),
  denominator: rows.reduce((sum, row) => sum + row.denominator, 0),
})

/** The rows of one side of a figure. */
export const rowsOfSide = (rows: readonly TracedRow[], side: Side): readonly TracedRow[] =>
  rows.filter((row) => row[side] > 0)
