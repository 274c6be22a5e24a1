import { strToU8, type Zippable, zipSync } from 'fflate'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A cell by the content of its element: `text` is an inline text, `xml` is any markup. */
export type ACell = string | number | boolean | null | { readonly xml: string }

export interface ASheet {
  readonly name?: string
  readonly state?: string
  readonly rows?: readonly (readonly ACell[])[]
  /** Replaces the rows: the whole content of the worksheet. */
  readonly xml?: string
}

export interface AWorkbook {
  readonly sheets: readonly ASheet[]
  readonly strings?: readonly string[]
  /** Number format codes; cells refer to them from 1 on. */
  readonly formats?: readonly (string | number)[]
  readonly from1904?: boolean
  /** Parts that are added to the usual ones or replace them. */
  readonly parts?: Readonly<Record<string, string>>
}

const column = (place: number): string =>
  (place >= 26 ? column(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26))

function cellXml(cell: ACell, at: string): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${at}"`)
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** Formats rows as worksheet XML. */
export function rowsXml(rows: readonly (readonly ACell[])[]): string {
  const written = rows.map((cells, row) => {
    const inner = cells.map((cell, place) => cellXml(cell, `${column(place)}${row + 1}`)).join('')
    return `<row r="${row + 1}">${inner}</row>`
  })
  return `<sheetData>${written.join('')}</sheetData>`
}

/** Returns the bytes of an XLSX file with the parts that Excel writes. */
export function workbookOf(book: AWorkbook): Uint8Array {
  const { sheets, strings = [], formats = [], from1904 = false, parts = {} } = book
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${Number(from1904)}"/><sheets>${sheets
      .map(
        ({ name, state = 'visible' }, i) =>
          `<sheet name="${escaped(name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${sheets
      .map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
      .join(
        '',
      )}${relation('strings', 'sharedStrings', 'sharedStrings.xml')}${relation('styles', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, i) =>
        typeof code === 'string' ? `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>` : '',
      )
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((code, i) => `<xf numFmtId="${typeof code === 'string' ? 164 + i : code}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  }
  for (const [i, { rows = [], xml }] of sheets.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] = `${HEAD}<worksheet xmlns="${MAIN}">${xml ?? rowsXml(rows)}</worksheet>`
  }
  return zipped({ ...files, ...parts })
}

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {}
  for (const [path, part] of Object.entries(parts)) files[path] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(files, { level: 9 })
}
