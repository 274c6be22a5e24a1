import type { SourceRow } from '../source-row.ts'
import type { CellForm } from './cell-text.ts'
import type { Archive } from './open-archive.ts'
import { xmlTurns } from './read-xml.ts'
import { RowBuilder } from './row-builder.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** The filled rows of a sheet, those of a piece of it at a time. Formulas give the values they had when the file was saved. Throws UnreadableFile. */
export async function* readSheet(
  archive: Archive,
  workbook: Workbook,
  sheet: Sheet,
  form: CellForm,
): AsyncGenerator<readonly SourceRow[]> {
  const rows = new RowBuilder(workbook, form)
  for await (const _ of xmlTurns(archive.read(sheet.path), rows)) yield rows.take()
}
