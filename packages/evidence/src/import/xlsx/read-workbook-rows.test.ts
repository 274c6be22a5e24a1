import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileOf } from '../../testing/a-file.ts'
import { type ACell, type AWorkbook, rowsXml, workbookOf } from '../../testing/a-workbook.ts'
import type { Field } from '../field.ts'
import { unmarkText } from '../marked-text.ts'
import { type ImportProfile, plainProfile } from '../profile.ts'
import { readTable } from '../read-table.ts'

const fields = [
  { name: 'id', kind: 'text', required: true, code: true },
  { name: 'day', kind: 'day', required: false },
  { name: 'note', kind: 'text', required: false },
] as const satisfies readonly Field[]
const profile: ImportProfile = { ...plainProfile, columns: { id: 'id', day: 'day', note: 'note' } }
const headings = ['id', 'day', 'note']
const read = (book: AWorkbook, importProfile = profile) => readTable(fileOf(workbookOf(book)), fields, importProfile)
const readRows = (rows: readonly (readonly ACell[])[], book: Partial<AWorkbook> = {}, importProfile = profile) =>
  read({ sheets: [{ rows: [headings, ...rows] }], ...book }, importProfile)
const ids = (table: Awaited<ReturnType<typeof read>>) => table.ok && table.value.rows.map(({ cells }) => cells.id)
/** A number in the workbook's first custom format. */
const shown = (value: number | string): ACell => ({ xml: `<c s="1"><v>${value}</v></c>` })

test('a workbook gives the same rows as the table in CSV, with the sheet’s row numbers', async () => {
  // A CSV reader removes the apostrophe before formula-like texts; a workbook has none.
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !/[\p{Cc}\p{Cs}"#]|_x/u.test(text) && unmarkText(text) === text)
  const table = fc.array(fc.tuple(fc.stringMatching(/^[A-Z]\w{0,5}$/), fc.constantFrom('', '2026-03-01'), cell), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const csv = [headings, ...rows].map((cells) => cells.map((text) => `"${text}"`).join(',')).join('\n')
      const [ofText, ofSheet] = [await readTable(fileOf(csv), fields, profile), await readRows(rows)]
      expect({ ...(ofSheet.ok ? ofSheet.value : ofSheet.fault), digest: '' }).toEqual({
        ...(ofText.ok ? ofText.value : ofText.fault),
        digest: '',
      })
    }),
    { numRuns: 60 },
  )
})

test.each<[string, string[], number, unknown]>([
  ['over two rows of data', ['B3:B4'], 3, ['B3:B4']],
  ['over rows and columns', ['A2:C3', 'C4:C9'], 5, ['A2:C3', 'C4:C9']],
  ['over more ranges than are named', ['B2:B3', 'B4:B5', 'B6:B7', 'B8:B9', 'C2:C3', 'C4:C5'], 8, 5],
  ['in the headings', ['A1:A2', 'B1:C1'], 3, null],
  ['over columns of one row', ['B2:C2'], 3, null],
  ['beside the table', ['D2:D4', 'XFD2:XFD1048576'], 3, null],
  ['below the table', ['A4:C5', 'B3:B5'], 2, null],
])('cells that are merged %s', async (_, ranges, rowCount, expected) => {
  const rows = Array.from({ length: rowCount }, (_, n) => [`A${n}`, '2026-03-01', 'x'])
  const merged = ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const outcome = await read({ sheets: [{ xml: `${rowsXml([headings, ...rows])}<mergeCells>${merged}</mergeCells>` }] })
  if (expected === null) return expect(outcome).toMatchObject({ ok: true, value: { rowCount } })
  const named = expected === 5 ? ranges.slice(0, 5) : expected
  expect(outcome).toMatchObject({ ok: false, fault: { code: 'merged-cells', ranges: named } })
})

test('a title above the headings is left out, also if it is merged', async () => {
  const title = [['2026 年下半年台账'], [null, null, '人力资源部']]
  const xml = `${rowsXml([...title, headings, ['A', '2026-03-01', 'x', 'stray']])}<mergeCells><mergeCell ref="A1:C1"/></mergeCells>`
  expect(await read({ sheets: [{ xml }] })).toMatchObject({
    ok: true,
    value: { rows: [{ rowNumber: 4, cells: { id: 'A', note: 'x' } }] },
  })
  const sheets = [{ rows: [['说明'], ['请勿修改']] }, { rows: [...title, headings, ['B']] }]
  expect(ids(await read({ sheets }))).toEqual(['B'])
  const overRows = `${rowsXml([...title, headings, ['A'], ['B']])}<mergeCells><mergeCell ref="B4:B5"/></mergeCells>`
  expect(await read({ sheets: [{ xml: overRows }] })).toMatchObject({ fault: { code: 'merged-cells' } })
})

test('cells beside a table of one column are left out after the rows that may be a title', async () => {
  const rows = [['id'], ...Array.from({ length: 6 }, (_, n) => [`A${n}`]), ['A6', null, 'stray']]
  const table = await read({ sheets: [{ rows }] })
  expect(ids(table)).toEqual(['A0', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6'])
})

test('a merged range that is none is ignored', async () => {
  for (const ref of ['', 'A1', 'A1:B', '1:2', 'A1:B99999999', "A1:B2'"])
    expect(
      await read({
        sheets: [{ xml: `${rowsXml([headings, ['A']])}<mergeCells><mergeCell ref="${ref}"/></mergeCells>` }],
      }),
    ).toMatchObject({ ok: true })
})

test('texts come from shared strings, rich-text runs and cached formula results', async () => {
  const strings = [
    '<t>A1</t>',
    '<r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh>',
    '<t>a_x0041_b &amp; &lt;c&gt; &#x1F600;</t>',
  ]
  const cell = (place: number): ACell => ({ xml: `<c t="s"><v>${place}</v></c>` })
  const formula: ACell = { xml: '<c t="str"><f>CONCAT("A",2)</f><v>A2</v></c>' }
  const table = await readRows(
    [
      [cell(0), null, cell(1)],
      [formula, null, cell(2)],
    ],
    { strings },
  )
  expect(table.ok && table.value.rows).toEqual([
    { rowNumber: 2, cells: { id: 'A1', day: null, note: '张 三' } },
    { rowNumber: 3, cells: { id: 'A2', day: null, note: 'aAb & <c> 😀' } },
  ])
})

describe('numbers are read as typed', () => {
  test.each([
    ['100000', '100000'],
    ['1E5', '100000'],
    ['1.0000000000000001E-2', '0.01'],
    ['0.30000000000000004', '0.3'],
    ['123456789012345', '123456789012345'],
    ['1e-7', '0.0000001'],
    ['1E+22', '10000000000000000000000'],
    ['-42.5', '-42.5'],
  ])('%s becomes %s', async (value, text) => {
    expect(ids(await readRows([[{ xml: `<c><v>${value}</v></c>` }]]))).toEqual([text])
  })
  test('leading zeros of the number format are restored', async () => {
    expect(ids(await readRows([[shown(42)]], { formats: ['00000'] }))).toEqual(['00042'])
  })
  test('a code column with bare numbers is named, because its leading zeros are lost', async () => {
    const table = await readRows([['A1'], [42, null, 7]])
    expect(table.ok && table.value.numberColumns).toEqual(['id'])
    const texts = await readRows([['0042', null, 7]])
    expect(texts.ok && texts.value.numberColumns).toEqual([])
    const padded = await readRows([[shown(42)]], { formats: ['00000'] })
    expect(padded.ok && padded.value.numberColumns).toEqual([])
  })
  test('yes and no use the profile’s words', async () => {
    expect(ids(await readRows([[true], [false]]))).toEqual(['yes', 'no'])
  })
})

describe('dates become days in the profile’s format', () => {
  const day = async (serial: number, format: string | number, book: Partial<AWorkbook> = {}) => {
    const table = await readRows([['A', shown(serial)]], { formats: [format], ...book })
    return table.ok ? table.value.rows[0]?.cells.day : table.fault
  }
  test.each([
    [46_082, 14],
    [46_082, 'yyyy-mm-dd'],
    [46_082, 'yyyy"年"m"月"d"日"'],
    [46_082, '[$-804]yyyy\\-mm\\-dd;@'],
    [46_082, 31],
  ])('%d under %s', async (serial, format) => {
    expect(await day(serial, format)).toBe('2026-03-01')
  })
  test('with the 1904 date system', async () => {
    expect(await day(46_082 - 1462, 14, { from1904: true })).toBe('2026-03-01')
  })
  test.each([
    ['an extension', '<x15:workbookPr xmlns:x15="urn:x15" chartTrackingRefBase="1"/>'],
    ['an extension that changes the default namespace', '<workbookPr xmlns="urn:x15" date1904="0"/>'],
    ['a list of extensions', '<extLst><ext uri="{1}"><workbookPr date1904="0"/></ext></extLst>'],
  ])('with the 1904 date system and a foreign element of the same name in %s', async (_, follows) => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="1"/>
      <sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>${follows}</workbook>`
    expect(await day(46_082 - 1462, 14, { parts: { 'xl/workbook.xml': workbook } })).toBe('2026-03-01')
  })
  test('on both sides of the nonexistent 29 February 1900', async () => {
    expect([await day(59, 14), await day(61, 14)]).toEqual(['1900-02-28', '1900-03-01'])
  })
  test('in the profile’s format, with sentinels recognized', async () => {
    const form = { ...profile, dayFormat: 'M/D/YYYY', sentinels: { day: { '12/12/2999': null } } } as const
    const rows = [
      ['A', shown(46_082)],
      ['B', shown(Date.UTC(2999, 11, 12) / 86_400_000 + 25_569)],
    ]
    const table = await readRows(rows, { formats: [14] }, form)
    expect(table.ok && table.value.rows.map(({ cells }) => cells.day)).toEqual(['2026-03-01', null])
  })
  test('a month stays a month, and a time of day is not dropped', async () => {
    const months = [{ name: 'month', kind: 'month', required: true }] as const satisfies readonly Field[]
    const book = workbookOf({ sheets: [{ rows: [['month'], [shown(46_082)]] }], formats: ['mmm-yy'] })
    const table = await readTable(fileOf(book), months, { ...profile, columns: { month: 'month' } })
    expect(table.ok && table.value.rows[0]?.cells).toEqual({ month: '2026-03' })
    expect(await day(46_082.5, 'yyyy-mm-dd')).toMatchObject({
      rows: [{ code: 'bad-day', rowNumber: 2, column: 'day', text: '2026-03-01 12:00:00' }],
    })
  })
  test('color, currency and exponent do not make a number a date', async () => {
    for (const format of ['[Red]0.00', '[$¥-804]#,##0', '0.00E+00', 'G/通用格式', '"day" 0', '0_d']) {
      expect(ids(await readRows([[shown(46_082)]], { formats: [format] }))).toEqual(['46082'])
    }
  })
})

test('a formula error in a used column is a fault of its row', async () => {
  const error: ACell = { xml: '<c t="e"><f>A0</f><v>#REF!</v></c>' }
  expect(await readRows([['A', error], ['B']])).toMatchObject({
    fault: {
      code: 'bad-rows',
      rows: [{ rowNumber: 2, column: 'day', code: 'formula-error', text: '#REF!' }],
      total: 1,
    },
  })
  const beside = [[...headings, 'other'], ['A', null, null, error], ['B']]
  expect(ids(await read({ sheets: [{ rows: beside }] }))).toEqual(['A', 'B'])
  expect(await readTable(fileOf('id,day,note\nA,,#N/A\n'), fields, profile)).toMatchObject({
    fault: { rows: [{ code: 'formula-error', column: 'note' }] },
  })
})

test('empty rows are skipped but counted, and cells beyond the headings are ignored', async () => {
  const table = await read({ sheets: [{ rows: [[], headings, [], ['A', null, null, null, 'stray'], [' '], ['B']] }] })
  expect(table.ok && table.value.rows.map(({ rowNumber, cells }) => [rowNumber, cells.id])).toEqual([
    [4, 'A'],
    [6, 'B'],
  ])
})

describe('a workbook of several sheets', () => {
  const other = { name: 'Other', rows: [['x'], ['1']] }
  const good = (name: string, id = name) => ({ name, rows: [headings, [id]] })
  test('uses the first sheet if it has the headings', async () => {
    expect(ids(await read({ sheets: [good('A'), good('B')] }))).toEqual(['A'])
  })
  test('uses the only sheet with the headings otherwise', async () => {
    expect(ids(await read({ sheets: [{ rows: [] }, other, good('B')] }))).toEqual(['B'])
  })
  test('ignores hidden sheets', async () => {
    expect(ids(await read({ sheets: [{ ...good('A'), state: 'hidden' }, other, good('B')] }))).toEqual(['B'])
  })
  test('reports two sheets that have the headings', async () => {
    expect(await read({ sheets: [other, good('甲'), good('乙')] })).toEqual({
      ok: false,
      fault: { code: 'several-sheets', sheets: ['甲', '乙'] },
    })
  })
  test('reports the missing columns of the first filled sheet if none has the headings', async () => {
    expect(await read({ sheets: [{}, other] })).toEqual({
      ok: false,
      fault: { code: 'column-missing', columns: ['id'] },
    })
    expect(await read({ sheets: [{}] })).toEqual({ ok: false, fault: { code: 'empty-file' } })
    expect(await readRows([])).toEqual({ ok: false, fault: { code: 'no-rows' } })
  })
})

describe('parts are found by the package’s relationships', () => {
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (...targets: readonly (readonly [kind: string, target: string])[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`

  test.each([
    ['with paths in another case', 'XL/Workbook.XML', 'Worksheets/Sheet1.xml'],
    ['with absolute paths', '/xl/workbook.xml', '/XL/worksheets/SHEET1.xml'],
    ['through the parent folder', './xl/workbook.xml', '../xl/worksheets/sheet1.xml'],
    ['with a percent-encoded character', 'xl/workbook.xml', 'worksheets/sheet%31.xml'],
  ])('%s', async (_, workbook, sheet) => {
    const parts = {
      '_rels/.rels': relations(['officeDocument', workbook]),
      'xl/_rels/workbook.xml.rels': relations(['worksheet', sheet]),
    }
    expect(ids(await readRows([['A'], ['B']], { parts }))).toEqual(['A', 'B'])
  })
})
