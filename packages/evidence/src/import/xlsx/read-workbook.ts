import { UnreadableFile } from '../read-text.ts'
import { ItemText } from './item-text.ts'
import { GENERAL, type NumberFormat, numberFormat } from './number-format.ts'
import type { Archive } from './open-archive.ts'
import { readXml } from './read-xml.ts'
import { broken, type Sheet, type Workbook } from './workbook.ts'

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
