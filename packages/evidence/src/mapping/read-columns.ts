import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { plainProfile } from '../import/profile.ts'
import { MAX_ROWS } from '../import/read-pieces.ts'
import { isWorkbook, readSource } from '../import/read-source.ts'
import { UnreadableFile } from '../import/read-text.ts'
import { isSingleCell } from '../import/skip-title.ts'
import type { FileFault } from '../import/table-fault.ts'
import { ColumnLook, type FileColumns } from './file-columns.ts'
import { type TextForm, textFormOf } from './text-form.ts'

/** Bytes at the start of a file that decide the proposed text format. */
const HEAD = 1 << 16
const MAX_COLUMNS = 1_000

/** Reads the headings and sample values of a file. `chosen` overrides the detected format. */
export async function readColumns(
  source: AsyncIterable<Uint8Array>,
  chosen: Partial<TextForm>,
): Promise<Outcome<FileColumns, FileFault>> {
  const { head, all } = await beginning(source)
  const form = { ...textFormOf(head), ...chosen }
  const workbook = isWorkbook(head)
  const profile = { ...plainProfile, ...form, columns: {} }
  let looks: readonly ColumnLook[] | null = null
  let rows = 0
  try {
    for await (const records of readSource(
      all,
      profile,
      (headings) => !isSingleCell(headings),
      () => {},
    )) {
      for (const { cells } of records) {
        if (looks) rows += 1
        looks ??= cells.slice(0, MAX_COLUMNS + 1).map((heading) => new ColumnLook(heading.trim(), workbook))
        if (rows > 0) for (const [place, look] of looks.entries()) look.see(cells[place] ?? '')
      }
      if (rows > MAX_ROWS) return { ok: false, fault: { code: 'too-many-rows', figures: { rows: MAX_ROWS } } }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, fault: error.fault }
    throw error
  }
  if (!looks) return { ok: false, fault: { code: 'empty-file' } }
  if (looks.length > MAX_COLUMNS)
    return { ok: false, fault: { code: 'too-many-columns', figures: { columns: MAX_COLUMNS } } }
  if (rows === 0) return { ok: false, fault: { code: 'no-rows' } }
  return ok({ form: workbook ? 'workbook' : 'text', ...form, columns: looks.map((look) => look.column()), rows })
}

async function beginning(source: AsyncIterable<Uint8Array>) {
  const rest = source[Symbol.asyncIterator]()
  const read: Uint8Array[] = []
  let size = 0
  let isEnded = false
  while (size < HEAD && !isEnded) {
    const next = await rest.next()
    isEnded = next.done === true
    if (!next.done) read.push(next.value)
    size += next.value?.length ?? 0
  }
  async function* all() {
    yield* read
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  }
  return { head: Buffer.concat(read).subarray(0, HEAD), all: all() }
}
