import { GENERAL, type NumberFormat, numberFormat } from './number-format.ts'
import type { Archive } from './open-archive.ts'
import { readXml } from './read-xml.ts'

/** Reads the number formats of a workbook by style index. */
export async function readStyles(archive: Archive, path: string): Promise<readonly NumberFormat[]> {
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
