import { strToU8, Zip, ZipDeflate } from 'fflate'
import { type RegisterId, registers } from '../register.ts'
import { cellText } from '../rows/cell-text.ts'
import type { Cells } from '../rows/ports.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const part = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`

/** Format 1 is text: a cell stays text when it is edited. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${part('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="rows" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${part('rId1', 'worksheet', 'worksheets/sheet1.xml')}${part('rId2', 'styles', 'styles.xml')}</Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
}

/** Exports rows in the register's own format as a workbook of one sheet. All cells are text, never formulas. */
export async function* exportXlsx(
  register: RegisterId,
  pages: AsyncIterable<readonly Cells[]>,
): AsyncGenerator<Uint8Array> {
  const { write, end } = workbook()
  yield* write(`<row>${registers[register].fields.map(({ name }) => textCell(name)).join('')}</row>`)
  for await (const rows of pages) yield* write(rows.map((cells) => rowXml(register, cells)).join(''))
  yield* end()
}

/** Writes rows of texts as a workbook of one sheet. */
export function exportSheet(rows: readonly (readonly string[])[]): Uint8Array[] {
  const { write, end } = workbook()
  return [...write(rows.map((texts) => `<row>${texts.map(textCell).join('')}</row>`).join('')), ...end()]
}

/** A workbook whose pieces are returned as its rows are written. */
function workbook() {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  const open = (name: string) => {
    const file = new ZipDeflate(name)
    zip.add(file)
    return file
  }
  for (const [name, xml] of Object.entries(PARTS)) open(name).push(strToU8(HEAD + xml), true)
  const sheet = open('xl/worksheets/sheet1.xml')
  sheet.push(strToU8(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`))
  return {
    write: (rows: string): Uint8Array[] => {
      sheet.push(strToU8(rows))
      return ready.splice(0)
    },
    end: (): Uint8Array[] => {
      sheet.push(strToU8('</sheetData></worksheet>'), true)
      zip.end()
      return ready.splice(0)
    },
  }
}

function rowXml(register: RegisterId, cells: Cells): string {
  const written = registers[register].fields.map((field) => {
    const cell = cells[field.name] ?? null
    if (cell === null) return '<c/>'
    const quantity = field.kind === 'integer' || field.kind === 'number'
    return quantity ? `<c><v>${cellText(field, cell)}</v></c>` : textCell(cellText(field, cell))
  })
  return `<row>${written.join('')}</row>`
}

const textCell = (text: string): string =>
  `<c s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** Escapes text that looks like an escape of the format (`_x0041_`). */
const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
