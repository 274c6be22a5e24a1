import { expect, test } from 'vitest'
import { fileOf } from '../../testing/a-file.ts'
import { type AWorkbook, rowsXml, workbookOf, zipped } from '../../testing/a-workbook.ts'
import type { Field } from '../field.ts'
import { plainProfile } from '../profile.ts'
import { MAX_ROWS_HELD, readTable } from '../read-table.ts'
import { numberFormat } from './number-format.ts'

const fields = [{ name: 'id', kind: 'text', required: true }] as const satisfies readonly Field[]
const readBytes = (bytes: Uint8Array) => readTable(fileOf(bytes), fields, { ...plainProfile, columns: { id: 'id' } })
const read = (book: AWorkbook) => readBytes(workbookOf(book))
const rows = [['id'], ['A']]
const outcome = { ok: false, fault: { code: 'bad-xlsx' } }

/** Changes the bytes after each occurrence of a signature. */
function patched(bytes: Uint8Array, signature: number, change: (header: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const view = new DataView(copy.buffer)
  for (let index = 0; index + 46 < copy.length; index += 1) {
    if (view.getUint32(index, true) === signature) change(new DataView(copy.buffer, index))
  }
  return copy
}
const LISTED = 0x02014b50

test('a validation and a merge over the whole sheet cost nothing', async () => {
  const all = 'A1:XFD1048576'
  const xml = `<dimension ref="${all}"/>${rowsXml(rows)}<mergeCells><mergeCell ref="${all}"/></mergeCells>
    <dataValidations><dataValidation type="list" sqref="${all}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`
  expect(await read({ sheets: [{ xml }] })).toMatchObject({ ok: true, value: { rowCount: 1 } })
})

test('cells in the last column and row do not create a table of 17 billion cells', async () => {
  const far =
    '<row r="1"><c r="A1" t="str"><v>id</v></c></row><row r="2"><c r="A2" t="str"><v>A</v></c><c r="XFD2"><v>1</v></c></row>'
  const last = '<row r="1048576"><c r="A1048576" t="str"><v>B</v></c></row>'
  expect(await read({ sheets: [{ xml: `<sheetData>${far}${last}</sheetData>` }] })).toMatchObject({
    value: { rows: [{ rowNumber: 2 }, { rowNumber: 1_048_576 }] },
  })
  const beyond = '<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>'
  expect(await read({ sheets: [{ xml: beyond }] })).toEqual(outcome)
})

test('200 KB that unpack to 200 MB are read in chunks', async () => {
  const blank = `<row><c t="str"><v>${' '.repeat(1000)}</v></c></row>`.repeat(1000)
  const xml = `${rowsXml(rows).replace('</sheetData>', '')}${blank.repeat(200)}</sheetData>`
  const bytes = workbookOf({ sheets: [{ xml }] })
  expect(bytes.length).toBeLessThan(2 ** 20)
  const before = process.memoryUsage().arrayBuffers
  expect(await readBytes(bytes)).toMatchObject({ ok: true, value: { rowCount: 1 } })
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 2 ** 20)
})

test('a text longer than any cell is refused before it is collected', async () => {
  const text = 'x'.repeat(2 ** 22)
  expect(await read({ sheets: [{ xml: `<sheetData><row><c t="str"><v>${text}</v></c></row></sheetData>` }] })).toEqual(
    outcome,
  )
  expect(await read({ sheets: [{ rows }], strings: [`<t>${text}</t>`] })).toEqual(outcome)
  expect(await read({ sheets: [{ xml: `<sheetData><row r="${text}"/></sheetData>` }] })).toEqual(outcome)
})

test('half a million rows are the limit', async () => {
  const row = (text: string) => `<row><c t="str"><v>${text}</v></c></row>`
  const xml = `<sheetData>${row('id')}${row('A').repeat(MAX_ROWS_HELD + 1)}</sheetData>`
  const fault = await readBytes(workbookOf({ sheets: [{ xml }] }))
  expect(fault).toMatchObject({ fault: { code: 'too-many-rows' } })
})

test('false sizes in headers are detected', async () => {
  const bytes = workbookOf({ sheets: [{ rows }] })
  const small = patched(bytes, LISTED, (header) => header.setUint32(24, 10, true))
  const large = patched(bytes, LISTED, (header) => header.setUint32(24, 4_000_000_000, true))
  const packed = patched(bytes, LISTED, (header) => header.setUint32(20, 100_000_000, true))
  for (const lie of [small, large, packed]) expect(await readBytes(lie)).toEqual(outcome)
})

test.each([
  ['an external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;'],
  ['nested entities', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY e "&a;&a;&a;&a;">]>', '&e;'],
  ['an undeclared entity', '', '&secret;'],
  ['any document type', '<!DOCTYPE worksheet>', 'A'],
])('%s is refused', async (_, doctype, entity) => {
  const sheet = `<?xml version="1.0"?>${doctype}<worksheet><sheetData><row><c t="str"><v>id</v></c></row><row><c t="str"><v>${entity}</v></c></row></sheetData></worksheet>`
  expect(await read({ sheets: [{}], parts: { 'xl/worksheets/sheet1.xml': sheet } })).toEqual(outcome)
})

test('only the first 100 of 10,000 sheets are searched', async () => {
  const other = { rows: [['x']] }
  const many = Array.from({ length: 10_000 }, () => other)
  expect(await read({ sheets: [{ rows }, ...many] })).toMatchObject({ ok: true })
  expect(await read({ sheets: [...many, { rows }] })).toMatchObject({ fault: { code: 'column-missing' } })
})

test('part paths that leave the archive, are external or are missing are not followed', async () => {
  const good = { '[Content_Types].xml': '<Types/>' }
  expect(await readBytes(zipped({ ...good, '../../etc/cron.d/x': 'x' }))).toEqual(outcome)
  const rels = (target: string, mode = '') =>
    `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}" ${mode}/></Relationships>`
  for (const target of ['../../../etc/passwd', '/etc/passwd', 'worksheets/sheet9.xml']) {
    const parts = { 'xl/_rels/workbook.xml.rels': rels(target) }
    expect(await read({ sheets: [{ rows }], parts })).toEqual(outcome)
  }
  const outside = { 'xl/_rels/workbook.xml.rels': rels('http://127.0.0.1:1/x', 'TargetMode="External"') }
  expect(await read({ sheets: [{ rows }], parts: outside })).toMatchObject({ fault: { code: 'empty-file' } })
})

test.each([
  ['that is cut off', workbookOf({ sheets: [{ rows }] }).subarray(0, 900)],
  ['of another format', zipped({ 'content.xml': '<x/>', mimetype: 'application/epub+zip' })],
  ['with rows out of order', workbookOf({ sheets: [{ xml: '<sheetData><row r="2"/><row r="1"/></sheetData>' }] })],
  [
    'with a missing shared string',
    workbookOf({ sheets: [{ xml: '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>' }] }),
  ],
  ['that is not well formed', workbookOf({ sheets: [{ xml: '<sheetData><row></sheetData>' }] })],
])('an archive %s is refused', async (_, bytes) => {
  expect(await readBytes(bytes)).toEqual(outcome)
})

test('Excel files from before 2007 and encrypted workbooks are recognized, whatever their name', async () => {
  const compound = (text: string) => {
    const bytes = new Uint8Array(4096)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(Buffer.from(text, 'utf16le'), 2048)
    return bytes
  }
  expect(await readBytes(compound('Workbook'))).toEqual({ ok: false, fault: { code: 'old-excel' } })
  expect(await readBytes(compound('EncryptedPackage'))).toEqual({ ok: false, fault: { code: 'encrypted' } })
  const locked = patched(workbookOf({ sheets: [{ rows }] }), LISTED, (header) => header.setUint16(8, 1, true))
  expect(await readBytes(locked)).toEqual(outcome)
})

test('a number format of unclosed brackets is parsed at once', () => {
  // A search from each bracket to the end takes minutes, over the time limit of a test.
  expect(() => numberFormat(200, `${'['.repeat(200_000)}yyyy`)).not.toThrow()
})

test('binary and OpenDocument workbooks are recognized as such', async () => {
  const relation = (target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`
  for (const target of ['xl/workbook.bin', '/xl/Workbook.BIN'])
    expect(await readBytes(zipped({ '_rels/.rels': relation(target), 'xl/workbook.bin': '\0' }))).toEqual({
      ok: false,
      fault: { code: 'xlsb' },
    })
  const mimetype = 'application/vnd.oasis.opendocument.spreadsheet'
  for (const type of [mimetype, `${mimetype}-template`, `${mimetype}\n`])
    expect(await readBytes(zipped({ mimetype: type, 'content.xml': '<x/>' }))).toEqual({
      ok: false,
      fault: { code: 'ods' },
    })
})

test('an archive with two part names that differ only in case is refused', async () => {
  expect(await read({ sheets: [{ rows }], parts: { 'XL/workbook.xml': '<workbook/>' } })).toEqual(outcome)
})
