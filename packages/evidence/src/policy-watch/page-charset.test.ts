import { expect, it } from 'vitest'
import { decodePage } from './page-charset.ts'

// 隐私政策 in GB18030.
const gb = new Uint8Array([0xd2, 0xfe, 0xcb, 0xbd, 0xd5, 0xfe, 0xb2, 0xdf])
const utf8 = new TextEncoder().encode('隐私政策')
const meta = (charset: string) => new TextEncoder().encode(`<meta charset="${charset}">`)
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]))

it.each([
  ['declares nothing and is UTF-8', utf8, null],
  ['declares nothing and is GB18030', gb, 'text/html'],
  ['is declared as GBK', gb, 'text/html; charset="gbk"'],
  ['is declared as UTF-8 but is GB18030', gb, 'text/html; charset=utf-8'],
  ['has an unknown charset', utf8, 'text/html; charset=klingon'],
  [
    'has a byte order mark that contradicts its charset',
    joined(new Uint8Array([0xef, 0xbb, 0xbf]), utf8),
    'text/html;charset=gbk',
  ],
])('reads a page that %s', (_, bytes, contentType) => {
  expect(decodePage(bytes, contentType)).toBe('隐私政策')
})

it('the page’s own charset counts if the response names none, and no charset counts against the bytes', () => {
  expect(decodePage(joined(meta('gb2312'), gb), 'text/html')).toContain('隐私政策')
  expect(decodePage(joined(meta('utf-8'), gb), null)).toContain('隐私政策')
})

it('bytes that are invalid in every guessed encoding are refused', () => {
  expect(decodePage(new Uint8Array([0xff, 0xff, 0x80]), 'text/html')).toBeNull()
})

it('the page is searched for an encoding once, whatever the response says', () => {
  expect(decodePage(utf8, `text/html; charset=${' '.repeat(200_000)}`)).toBe('隐私政策')
})
