import { UnreadableFile } from '../read-text.ts'
import type { NumberFormat } from './number-format.ts'

export interface Sheet {
  readonly name: string
  readonly path: string
}

export interface Workbook {
  /** The sheets a person sees, in the order of their tabs. */
  readonly sheets: readonly Sheet[]
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  /** Whether days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
}

/** What to throw where a file is damaged, or no workbook. */
export const broken = () => new UnreadableFile({ code: 'bad-xlsx' })
