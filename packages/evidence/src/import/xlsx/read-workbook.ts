import type { Archive } from './open-archive.ts'
import { readSharedStrings } from './read-shared-strings.ts'
import { readStyles } from './read-styles.ts'
import { readXml } from './read-xml.ts'
import { broken, type Sheet, type Workbook } from './workbook.ts'

interface Relation {
  /** The last word of its type: `worksheet`, `styles`. */
  readonly kind: string
  readonly path: string
}

/** Throws UnreadableFile `bad-xlsx` where the archive is no workbook, or one in Excel's binary form. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = await relations(archive, '_rels/.rels', '')
  const path = [...root.values()].find(({ kind }) => kind === 'officeDocument')?.path
  if (!path?.endsWith('.xml') || !archive.has(path)) throw broken()
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
      // A sheet of nothing but a chart has no rows.
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
  const found = new Map<string, Relation>()
  await readXml(archive.read(path), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      // What lies outside of the file is never fetched.
      if (name !== 'Relationship' || TargetMode === 'External') return
      const kind = Type.slice(Type.lastIndexOf('/') + 1)
      found.set(Id, { kind, path: Target.startsWith('/') ? Target.slice(1) : folder + Target })
    },
  })
  return found
}
