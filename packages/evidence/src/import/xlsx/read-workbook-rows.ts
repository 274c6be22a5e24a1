import { UnreadableFile } from '../read-text.ts'
import { skipTitle } from '../skip-title.ts'
import type { SourceRow } from '../source-row.ts'
import type { CellForm } from './cell-text.ts'
import { type Archive, openArchive } from './open-archive.ts'
import { readWorkbook } from './read-workbook.ts'
import { xmlTurns } from './read-xml.ts'
import { RowBuilder } from './row-builder.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** Most sheets searched for the headings. */
const MAX_SHEETS = 100

/**
 * Yields the rows of the first sheet, or of the only sheet with the headings. Throws UnreadableFile; `several-sheets`
 * if several sheets have them and the first does not.
 */
export async function* readWorkbookRows(
  bytes: Buffer,
  form: CellForm,
  fits: (headings: readonly string[]) => boolean,
): AsyncGenerator<readonly SourceRow[]> {
  const archive = await openArchive(bytes)
  const workbook = await readWorkbook(archive)
  const sheet = await sheetWith(archive, workbook, form, fits)
  if (sheet) yield* readSheet(archive, workbook, sheet, form, fits)
}

async function sheetWith(
  archive: Archive,
  workbook: Workbook,
  form: CellForm,
  fits: (headings: readonly string[]) => boolean,
): Promise<Sheet | undefined> {
  const fitting: Sheet[] = []
  let filled: Sheet | undefined
  for (const [place, sheet] of workbook.sheets.slice(0, MAX_SHEETS).entries()) {
    const headings = await firstRow(skipTitle(readSheet(archive, workbook, sheet, form, fits), fits))
    if (!headings) continue
    filled ??= sheet
    if (!fits(headings)) continue
    if (place === 0) return sheet
    fitting.push(sheet)
  }
  if (fitting.length > 1) {
    throw new UnreadableFile({
      code: 'several-sheets',
      sheets: fitting.map(({ name }) => name.slice(0, 40)).slice(0, 5),
    })
  }
  return fitting[0] ?? filled
}

/** Reads the first chunk only; the rest of the sheet stays packed. */
async function firstRow(pieces: AsyncIterable<readonly SourceRow[]>): Promise<SourceRow['cells'] | null> {
  for await (const [first] of pieces) if (first) return first.cells
  return null
}

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
