import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PageTooComplex } from './bounded-tree.ts'
import { textOf } from './page-block.ts'
import { readPage } from './read-page.ts'

const lines = (html: string) =>
  readPage(html)
    .blocks.map((block) => textOf(block).replace(/\s+/g, ' ').trim())
    .join(' | ')

it.each([
  ['tags within a line', '<p>We <b>keep</b> it.</p>', 'We keep it.'],
  ['references', '&#25105;&#x4EEC; &amp; caf&eacute; &lt;b&gt; &copy;', '我们 & café <b> ©'],
  ['references without a semicolon', 'a &copy2024 ?id=1&status=2 &notit; &para1', 'a ©2024 ?id=1&status=2 ¬it; ¶1'],
  ['a URL that seems to contain references', '<a href="/?id=1&copy=2">x</a>', 'x'],
  ['scripts, styles and comments', 'a<script>if (1<2) "</p>"</script><style>p{}</style><!-- <p>no</p> -->b', 'ab'],
  ['a title', '<head><title>Home</title></head><body>Privacy', 'Privacy'],
  ['a tag in a quoted value', '<a title="x > <p>y</p>">link</a>', 'link'],
  ["a quote that is none, as in it's", "<p it's>shown</p>", 'shown'],
  ['blocks and breaks', '<div>a<p>b<p>c<ul><li>d<li>e</ul>f<br>g</div>', 'a | b | c | d | e | f | g'],
  ['cells', '<table><tr><td>a<td>b<tr><td>c</table>', 'a | b | c'],
  ['hidden elements', '<div hidden><div>no</div>no</div><p style="color:red; display : none">no</p>yes', 'yes'],
  ['attributes that only mention hidden', '<p title="hidden" class="hidden-xs" data-hidden>yes</p>', 'yes'],
  [
    'hidden content that is shown again',
    '<p hidden style="display:block">yes</p><p style="display:none;display:block">too',
    'yes | too',
  ],
  ['an important display: none', '<p style="display:none!important;display:block">no</p>yes', 'yes'],
  ['a hidden paragraph ended by a div', '<p hidden>no<div>yes</div>', 'yes'],
  ['content that opens on a click', '<details>a<p>b</details><div class="accordion-panel" hidden>c</div>', 'a | b | c'],
  ['a closed dialog', '<dialog>no</dialog><dialog open>yes</dialog>', 'yes'],
  ['a hidden void element', '<input type="text" hidden>yes', 'yes'],
  ['noscript and template', '<noscript>Enable it</noscript><template><p>no</p></template>yes', 'yes'],
  ['a lone <', '1 < 2 <p>and more', '1 < 2 | and more'],
  ['an unclosed comment', 'yes<!-- no', 'yes'],
  ['an unclosed tag', 'yes<a href="', 'yes'],
  ['upper case', '<SCRIPT>no</SCRIPT ><P HIDDEN>no</P>yes', 'yes'],
])('reads the visible content of a page: %s', (_, html, text) => {
  expect(lines(html)).toBe(text)
})

it('any page can be read', () => {
  const part = fc.constantFrom(
    ...['<', '>', '"', "'", '=', '<!--', '-->', '<p hidden', '</p', '<script', '/', ' ', 'x', '&'],
  )
  const more = fc.constantFrom(
    '<svg>',
    '<table>',
    '<b>',
    '<template>',
    '</div>',
    '<select>',
    '<option>',
    '<iframe srcdoc="',
  )
  fc.assert(fc.property(fc.array(fc.oneof(part, more)), (parts) => Array.isArray(readPage(parts.join('')).blocks)))
})

it.each([
  '<div>',
  '<b>',
  '<ul><li>',
  '<table><td>',
  '<svg><g>',
  '<template>',
  '<font>',
  '<blockquote><p>',
  '<a href=x><div>',
])('200,000 levels of %s are refused before they are built', (tag) => {
  expect(() => readPage(tag.repeat(200_000))).toThrow(PageTooComplex)
})

it('a page whose formatting elements would be repeated in every paragraph is refused', () => {
  const open = Array.from({ length: 60_000 }, (_, i) => `<div><b a${i}></div>`).join('')
  expect(() => readPage(open)).toThrow(PageTooComplex)
})
