import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageText } from './page-text.ts'

const squeezed = (html: string) => pageText(html).replace(/\s+/g, ' ').trim()

it.each([
  ['tags', '<p>We <b>keep</b> it.</p>', 'We keep it.'],
  ['references', '&#25105;&#x4EEC; &amp; caf&eacute; &lt;b&gt; &copy;', '我们 & café <b>'],
  ['scripts, styles and comments', 'a<script>if (1<2) "</p>"</script><style>p{}</style><!-- <p>no</p> -->b', 'ab'],
  ['a title', '<head><title>Home</title></head><body>Privacy', 'Privacy'],
  ['a tag in a quoted value', '<a title="x > <p>y</p>">link</a>', 'link'],
  ["a quote that is none, as in it's", "<p it's>shown</p>", 'shown'],
  ['hidden elements', '<div hidden><div>no</div>no</div><p style="color:red; display : none">no</p>yes', 'yes'],
  ['what only says hidden', '<p title="hidden" class="hidden-xs" data-hidden>yes</p>', 'yes'],
  ['a void element that is hidden', '<input type="text" hidden>yes', 'yes'],
  ['what stands in for a script', '<noscript>Enable it</noscript><template><p>no</p></template>yes', 'yes'],
  ['a lone <', '1 < 2 <p>and more', '1 < 2 and more'],
  ['an end that never comes', 'yes<!-- no', 'yes'],
  ['a tag that never ends', 'yes<a href="', 'yes'],
  ['upper case', '<SCRIPT>no</SCRIPT ><P HIDDEN>no</P>yes', 'yes'],
])('reads what a page shows: %s', (_, html, text) => {
  expect(squeezed(html)).toBe(text)
})

it('takes any page, and shows plain text as it is', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof pageText(text) === 'string'))
  const part = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '=',
    '<!--',
    '-->',
    '<p hidden',
    '</p',
    '<script',
    '/',
    ' ',
    'x',
    '&',
  )
  fc.assert(fc.property(fc.array(part), (parts) => typeof pageText(parts.join('')) === 'string'))
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/[<&]/.test(text)),
      (text) => pageText(text) === text,
    ),
  )
})

it.each(['<a "', "<a b='", '<', '<!', '<p hidden>', '<script>', '&', '</', '<p style='])(
  'is done with two megabytes of %s in one pass',
  (part) => {
    expect(pageText(part.repeat(2_000_000 / part.length)).length).toBeLessThanOrEqual(2_000_000)
  },
)
