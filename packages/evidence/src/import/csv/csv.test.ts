import { expect, it } from 'vitest'
import { csv } from './csv.ts'

it('no cell can be read as a formula by a spreadsheet program', () => {
  const hostileTexts = ['=HYPERLINK("x")', ' =1+1', '\t=1', '＝1+1', '@SUM', '-2+3|cmd', '"=1', '\r\n=1', '+1', '|x']
  for (const text of hostileTexts) {
    const [line = ''] = csv([[text]])
      .slice(1)
      .split('\r\n')
    expect(line.replace(/^"/, ''), text).toMatch(/^'/)
  }
})

it('commas, quotes and line breaks stay inside their cell', () => {
  expect(csv([['a,b', 'say "so"', 'x\ny', '–']])).toBe('\uFEFF"a,b","say ""so""",x y,–\r\n')
})
