import { type Entry, fromBufferPromise } from 'yauzl'
import { UnreadableFile } from '../read-text.ts'
import { skipTitle } from '../skip-title.ts'
import type { SourceRow } from '../source-row.ts'
import type { CellForm } from './cell-text.ts'
import { ItemText } from './item-text.ts'
import { GENERAL, type NumberFormat, numberFormat } from './number-format.ts'
import { readXml, xmlTurns } from './read-xml.ts'
import { RowBuilder } from './row-builder.ts'
import { broken, type Sheet, type Workbook } from './workbook.ts'

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

interface Relation {
  /** Last segment of the relationship type, such as `worksheet` or `styles`. */
  readonly kind: string
  readonly path: string
}

/** OpenDocument files name their type in this part. */
const MIMETYPE = 'mimetype'
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet'

/**
 * Reads the workbook's structure. Throws UnreadableFile: `xlsb` for Excel's binary format, `ods` for OpenDocument,
 * `bad-xlsx` for any other archive.
 */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (archive.has(MIMETYPE) && (await wholeText(archive.read(MIMETYPE))).trim().startsWith(SPREADSHEET))
    throw new UnreadableFile({ code: 'ods' })
  const root = await relations(archive, '_rels/.rels', '')
  const path = [...root.values()].find(({ kind }) => kind === 'officeDocument')?.path
  if (path && /\.bin$/i.test(path) && archive.has(path)) throw new UnreadableFile({ code: 'xlsb' })
  if (!path || !/\.xml$/i.test(path) || !archive.has(path)) throw broken()
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const parts = await relations(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder)
  const sheets: Sheet[] = []
  let from1904 = false
  await readXml(archive.read(path), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const part = parts.get(id)
      // A chart sheet has no rows.
      if (part?.kind === 'worksheet') sheets.push({ name: attributes.name ?? '', path: part.path })
    },
  })
  const pathOf = (kind: string) => [...parts.values()].find((part) => part.kind === kind)?.path
  const [strings, styles] = [pathOf('sharedStrings'), pathOf('styles')]
  return {
    sheets,
    strings: strings ? await readSharedStrings(archive, strings) : [],
    formats: styles ? await readStyles(archive, styles) : [],
    from1904,
  }
}

async function relations(archive: Archive, path: string, folder: string): Promise<ReadonlyMap<string, Relation>> {
  const relationsById = new Map<string, Relation>()
  await readXml(archive.read(path), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      // External targets are never fetched.
      if (name !== 'Relationship' || TargetMode === 'External') return
      const kind = Type.slice(Type.lastIndexOf('/') + 1)
      relationsById.set(Id, { kind, path: resolved(Target, folder) })
    },
  })
  return relationsById
}

/** Resolves a target relative to the folder of the part that names it. */
function resolved(target: string, folder: string): string {
  const root = 'http://package/'
  if (!URL.canParse(target, root + folder)) throw broken()
  const { origin, pathname } = new URL(target, root + folder)
  if (origin !== 'http://package') throw broken()
  try {
    return decodeURIComponent(pathname.slice(1))
  } catch {
    throw broken()
  }
}

async function wholeText(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length > 1000) break
  }
  return text
}

/** Reads the shared texts, which cells refer to by index. */
async function readSharedStrings(archive: Archive, path: string): Promise<readonly string[]> {
  const strings: string[] = []
  const item = new ItemText()
  await readXml(archive.read(path), {
    open: (name) => item.open(name),
    text: (text) => item.add(text),
    close: (name) => {
      item.close(name)
      if (name === 'si') strings.push(item.take())
    },
  })
  return strings
}

/** Reads the number formats of a workbook by style index. */
async function readStyles(archive: Archive, path: string): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>()
  const used: number[] = []
  let within = ''
  await readXml(archive.read(path), {
    open: (name, attributes) => {
      if (name === 'numFmts' || name === 'cellXfs') within = name
      if (within === 'numFmts' && name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (within === 'cellXfs' && name === 'xf') used.push(Number(attributes.numFmtId ?? 0))
    },
    close: (name) => {
      if (name === within) within = ''
    },
  })
  const formats = new Map([...new Set(used)].map((id) => [id, numberFormat(id, codes.get(id))]))
  return used.map((id) => formats.get(id) ?? GENERAL)
}

/** Most unpacked bytes read from one file; half a million rows of a register take a third of it. */
const MAX_UNPACKED = 1 << 30
/** Most parts of an archive; 10,000 sheets stay below. */
const MAX_PARTS = 50_000

/**
 * The parts of an XLSX file, unpacked while they are read. Part names that differ only in the case of ASCII letters are
 * equal. No part is written to disk, whatever its name.
 */
export interface Archive {
  has(path: string): boolean
  /** Reads a part as text in chunks. Throws UnreadableFile: `bad-xlsx` or `unpacks-too-large`. */
  read(path: string): AsyncGenerator<string>
}

/** Opens an archive. Throws UnreadableFile `bad-xlsx` if the bytes are no valid archive. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes).catch(() => {
    throw broken()
  })
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = partName(entry.fileName)
      if (entries.has(name) || entries.size === MAX_PARTS) throw broken()
      entries.set(name, entry)
    }
  } catch {
    throw broken()
  }
  let unpacked = 0
  return {
    has: (path) => entries.has(partName(path)),
    read: async function* (path) {
      const entry = entries.get(partName(path))
      if (!entry) throw broken()
      const decoder = new TextDecoder('utf-8', { fatal: true })
      try {
        // The stream fails if the size differs from the header.
        for await (const piece of await zip.openReadStreamPromise(entry)) {
          unpacked += piece.length
          if (unpacked > MAX_UNPACKED) {
            throw new UnreadableFile({ code: 'unpacks-too-large', figures: { megabytes: MAX_UNPACKED / (1 << 20) } })
          }
          yield decoder.decode(piece, { stream: true })
        }
        yield decoder.decode()
      } catch (error) {
        throw error instanceof UnreadableFile ? error : broken()
      }
    },
  }
}

const partName = (path: string): string => path.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
