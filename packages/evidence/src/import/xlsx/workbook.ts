import { UnreadableFile } from '../read-text.ts'
import type { NumberFormat } from './number-format.ts'

export interface Sheet {
  readonly name: string
  readonly path: string
}

export interface Workbook {
  /** The visible sheets, in tab order. */
  readonly sheets: readonly Sheet[]
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  /** True if days count from 1904 instead of 1900. */
  readonly from1904: boolean
}

/** The error for a damaged file or a file that is no workbook. */
export const broken = () => new UnreadableFile({ code: 'bad-xlsx' })
