import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Block, GoalRow, LetterContent } from '../letter/letter-content.ts'

/** A letter's blocks, with charts. */
export interface ChartedContent extends Omit<LetterContent, 'blocks'> {
  readonly blocks: readonly PdfBlock[]
}

/** Content of a PDF. */
export interface PdfContent extends ChartedContent {
  /** Printed into the file as its date, so that the same content makes the same bytes. */
  readonly issuedOn: CalendarDate
}

export type PdfBlock =
  | Exclude<Block, { kind: 'goals' }>
  | { readonly kind: 'goals'; readonly rows: readonly PdfGoalRow[] }
  | { readonly kind: 'chart'; readonly drawing: Drawing }
  /** Small charts side by side. */
  | { readonly kind: 'trends'; readonly items: readonly PdfTrend[] }
  | { readonly kind: 'terms'; readonly items: readonly PdfTerm[] }
  /** The next blocks are on the second page, unless the blocks before reach it. */
  | { readonly kind: 'second-page' }
  /** Text to be copied. */
  | { readonly kind: 'citation'; readonly text: string }

export interface PdfGoalRow extends GoalRow {
  /** The figure against its target; null if only the letter's row is known. */
  readonly chart: Drawing | null
}

export interface PdfTrend {
  readonly name: string
  readonly unit: string
  readonly drawing: Drawing
}

/** A term and its text; `own` is text that a person wrote. */
export interface PdfTerm {
  readonly term: string
  readonly text: string
  readonly own?: string
}

/** A vector drawing, and the same in words. */
export interface Drawing {
  readonly svg: string
  /** A layer below it that many drawings share, so that the compiler sets it once. */
  readonly axis?: string
  readonly alt: string
}
