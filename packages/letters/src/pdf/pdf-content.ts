import type { CalendarDate } from '@wayproof/kernel'
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

export interface PdfGoalRow extends GoalRow {
  /** The figure against its target and its trend; null if only the letter's row is known. */
  readonly charts: { readonly bullet: Drawing; readonly trend: Drawing } | null
}

/** A vector drawing, and the same in words. */
export interface Drawing {
  readonly svg: string
  readonly alt: string
}
