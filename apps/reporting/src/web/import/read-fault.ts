import type { ProposedRepair } from '@wayproof/evidence/checks/propose-repairs'
import { proposedDay } from '@wayproof/evidence/import/proposed-day'
import type { RowFault, TableFault } from '@wayproof/evidence/import/table-fault'
import type { Messages } from '@wayproof/messages/en'

/** Why the server refused a file: one sentence for the file, then one for each row. */
export interface RefusedFile {
  readonly sentence: string
  readonly rows: readonly FaultyCell[]
  /** The number of errors that are not listed. */
  readonly moreRows: number
}

/** A fault of a row: the column is named as in the file. */
export interface FaultyCell {
  readonly row: number
  readonly column: string | null
  readonly reason: string
  /** The day that the text can only mean, formatted; null without a proposal. */
  readonly proposal: string | null
  /** The reference that was probably meant. */
  readonly repair: ProposedRepair | null
}

type FaultWithRepair = RowFault & { readonly repair?: ProposedRepair }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Words the server's refusal; an unknown body still gives a failure. */
export function readFault(body: unknown, words: Messages): RefusedFile {
  const { refused, faults } = words.reporting.registers
  const fault = isRecord(body) && isRecord(body.fault) ? body.fault : {}
  const rows = isRecord(body) && Array.isArray(body.rows) ? (body.rows as readonly FaultWithRepair[]) : []
  const faultText = faults[String(fault.code)]
  if (faultText) return { sentence: faultText, rows: [], moreRows: 0 }
  try {
    const sentence = words.registers.fileFault({ ...fault, rows } as unknown as TableFault)
    const rowTexts = rows.map((row) => ({
      row: row.rowNumber,
      column: row.column,
      reason: words.registers.cellFault(row),
      proposal: row.code === 'bad-day' ? proposedDay(row.text) : null,
      repair: row.repair ?? null,
    }))
    return {
      sentence: sentence ?? refused,
      rows: rowTexts,
      moreRows: Math.max(0, Number(fault.total ?? 0) - rowTexts.length),
    }
  } catch {
    return { sentence: refused, rows: [], moreRows: 0 }
  }
}
