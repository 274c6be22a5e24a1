import { expect, test } from 'vitest'
import { fileOf } from '../testing/a-file.ts'
import { workbookOf } from '../testing/a-workbook.ts'
import { plainProfile } from './profile.ts'
import { readPieces } from './read-pieces.ts'

const ROWS = 20_000
const read = (cells: readonly (string | number)[]) => {
  const rows = [['id'], ...cells.map((cell) => [cell])]
  const bytes = workbookOf({ sheets: [{ rows }] })
  return readPieces(fileOf(bytes), [{ name: 'id', kind: 'text', required: true, code: true }], {
    ...plainProfile,
    columns: { id: 'id' },
  })
}
const numbers = Array.from({ length: ROWS }, (_, n) => n)

test('a workbook is read in chunks of rows in order, and its end names the columns of numbers', async () => {
  const found: number[] = []
  const kinds: string[] = []
  for await (const piece of read(numbers)) {
    kinds.push(piece.kind)
    if (piece.kind === 'rows') for (const { rowNumber } of piece.rows) found.push(rowNumber)
    if (piece.kind === 'end') expect([piece.rowCount, piece.numberColumns]).toEqual([ROWS, ['id']])
  }
  expect(found).toEqual(numbers.map((n) => n + 2))
  expect(kinds.length).toBeGreaterThan(5)
  expect([kinds.at(-1), new Set(kinds.slice(0, -1))]).toEqual(['end', new Set(['rows'])])
})

test('a workbook with a bad row yields its other rows, then the fault instead of the end', async () => {
  const pieces = []
  for await (const piece of read([...numbers, '#REF!', 1])) pieces.push(piece)
  const tableRows = pieces.flatMap((piece) => (piece.kind === 'rows' ? piece.rows : []))
  expect(tableRows.map(({ rowNumber }) => rowNumber)).toEqual([...numbers.map((n) => n + 2), ROWS + 3])
  expect(pieces.at(-1)).toMatchObject({
    kind: 'fault',
    fault: { code: 'bad-rows', total: 1, rows: [{ rowNumber: ROWS + 2, code: 'formula-error' }] },
  })
})
