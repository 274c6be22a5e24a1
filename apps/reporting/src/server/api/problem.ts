import type { RowFault } from '@wayproof/evidence/import/table-fault'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { type ApiFaultCode, STATUS } from './api-limits.ts'

export type ApiFault = { readonly code: ApiFaultCode; readonly rows?: readonly RowFault[] }

/** The reason of a refusal, in the reader's language (RFC 9457). */
export function problemOf({ code, rows }: ApiFault, locale: Locale) {
  const words = messages(locale)
  const problem = { type: `urn:wayproof:${code}`, title: words.api.faults[code], status: STATUS[code], code }
  if (!rows) return problem
  return {
    ...problem,
    rows: rows.map((row) => {
      const { rowNumber, column, code } = row
      return { row: rowNumber, field: column, code, message: words.registers.rowFault(row) }
    }),
  }
}
