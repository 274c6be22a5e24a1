import type { SourceRow } from '../source-row.ts'
import type { CellForm } from './cell-text.ts'
import type { Archive } from './open-archive.ts'
import { xmlTurns } from './read-xml.ts'
import { RowBuilder } from './row-builder.ts'
import type { Sheet, Workbook } from './workbook.ts'

/**
 * Yields the non-empty rows of a sheet, one chunk at a time. A formula gives its last saved value. `fits` checks
 * a row for the required headings. Throws UnreadableFile.
 */
export async function* readSheet(
  archive: Archive,
  workbook: Workbook,
  sheet: Sheet,
  form: CellForm,
  fits: (headings: readonly string[]) => boolean,
): AsyncGenerator<readonly SourceRow[]> {
  const rows = new RowBuilder(workbook, form, fits)
  for await (const _ of xmlTurns(archive.read(sheet.path), rows)) yield rows.take()
}
