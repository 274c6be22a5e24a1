import { describe, expect, it } from 'vitest'
import { tsv } from './copy-button.tsx'

describe('a table on the clipboard', () => {
  it('separates cells by tabs and rows by line breaks', () => {
    expect(
      tsv([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toBe('a\tb\r\n1\t2')
  })
  it('replaces tabs and line breaks inside a cell', () => {
    expect(tsv([['one\ttwo\nthree', 'b']])).toBe('one two three\tb')
  })
  it('escapes what a spreadsheet would run as a formula', () => {
    expect(tsv([['=1+1', '@SUM(A1)', '+cmd', '-cmd', ' =1', '＝1']])).toBe("'=1+1\t'@SUM(A1)\t'+cmd\t'-cmd\t' =1\t'＝1")
  })
  it('escapes a formula after a quote, and closes every quote', () => {
    const cells = ['"=1+1"', '"so" he said', 'say "so"', '|cmd']
    expect(tsv([cells]).split('\t')).toEqual([`'"=1+1"`, '"""so"" he said"', 'say "so"', `'|cmd`])
  })
  it('leaves numbers unchanged', () => {
    expect(tsv([['-50', '+3.2', '87.3 %', '-3.2%']])).toBe('-50\t+3.2\t87.3 %\t-3.2%')
  })
})
