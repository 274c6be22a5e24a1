import { expect, it } from 'vitest'
import { readPage } from '../policy-page/read-page.ts'
import { aPage, LOOKS } from '../testing/policy-pages/a-page.ts'
import { aPolicy } from '../testing/policy-pages/a-policy.ts'
import { anExtract } from '../testing/policy-pages/an-extract.ts'
import { CHINESE, ENGLISH } from '../testing/policy-pages/policy-words.ts'
import { seeded } from '../testing/policy-pages/random.ts'
import { matchPolicy } from './policy-match.ts'

const SENTENCES = [
  '我们会将您的信息出售给广告商。',
  '我们会将您的信息出售给广告商',
  '我们出售数据。',
  '我们出售数据',
  '您的信息可能被共享给任何人',
  '数据将出售。',
  'We sell your data to advertisers.',
  'We sell data.',
  'We sell data',
  'Your information is sold to advertisers',
  'Data may be shared with anyone!',
  'Selling all data is allowed',
]

const cut = (sentence: string, parts: number): readonly string[] =>
  Array.from({ length: parts }, (_, i) =>
    sentence.slice(Math.floor((i * sentence.length) / parts), Math.floor(((i + 1) * sentence.length) / parts)),
  )

/** Markup that may disguise an inserted sentence. */
const DISGUISES: Readonly<Record<string, (sentence: string) => string>> = {
  paragraph: (s) => `<p>${s}</p>`,
  box: (s) => `<div>${s}</div>`,
  'line between breaks': (s) => `<br>${s}<br>`,
  heading: (s) => `<h3>${s}</h3>`,
  'item of a list': (s) => `<ul><li>${s}</li></ul>`,
  'numbered item': (s) => `<ol><li>1. ${s}</li></ol>`,
  'numbered paragraph': (s) => `<p>（一）${s}</p>`,
  'cell of a table': (s) => `<table><tr><td>${s}</td></tr></table>`,
  definition: (s) => `<dl><dt>Note</dt><dd>${s}</dd></dl>`,
  link: (s) => `<p><a href="/x">${s}</a></p>`,
  'link to a place on the page': (s) => `<a href="#s1">${s}</a>`,
  button: (s) => `<button>${s}</button>`,
  'menu of one': (s) => `<nav><ul><li><a href="/x">${s}</a></li></ul></nav>`,
  'entry of a menu': (s) =>
    `<nav class="menu"><ul><li><a href="/">Home</a><li><a href="/x">${s}</a><li><a href="/h">Help</a><li><a href="/d">Deals</a></ul></nav>`,
  'entry of a table of contents': (s) =>
    `<div class="toc"><p>目录</p><ul><li><a href="#a">Home</a><li><a href="#b">${s}</a><li><a href="#c">Help</a></ul></div>`,
  'language of a list': (s) =>
    `<div class="lang"><a href="/en">English</a> | <a href="/zh">${s}</a> | <a href="/ja">日本語</a></div>`,
  'menu of its words': (s) =>
    `<ul class="nav">${cut(s, 4)
      .map((part) => `<li><a href="/${part.length}">${part}</a></li>`)
      .join('')}</ul>`,
  'link back to the top': (s) => `<p class="top"><a href="#top">Back to top</a> ${s}</p>`,
  'note to a link': (s) => `<p><a href="/x"><span class="sr-only">(opens in a new window)</span></a>${s}</p>`,
  'inline elements': (s) =>
    `<p>${cut(s, 5)
      .map((part) => `<b>${part}</b><i></i>`)
      .join('')}</p>`,
  'letters with soft hyphens': (s) => `<p>${[...s].join('&shy;')}</p>`,
  'letters by number': (s) => `<p>${[...s].map((one) => `&#${one.codePointAt(0)};`).join('')}</p>`,
  'fold-out': (s) => `<details><summary>More</summary>${s}</details>`,
  caption: (s) => `<figure><figcaption>${s}</figcaption></figure>`,
  'unknown element': (s) => `<x-note>${s}</x-note>`,
  'text of a drawing': (s) => `<svg><title>x</title><text>${s}</text></svg>`,
  'field that is filled in': (s) => `<textarea>${s}</textarea>`,
  choice: (s) => `<select><option>${s}</option><option>English</option></select>`,
  'page within the page': (s) => `<iframe srcdoc="&lt;p>${s}"></iframe>`,
  'shadow tree': (s) => `<div><template shadowrootmode="open"><p>${s}</p></template></div>`,
  'box that is hidden and shown again': (s) => `<div hidden style="display:block">${s}</div>`,
  'box whose last style shows it': (s) => `<div style="display:none;display:block">${s}</div>`,
  'box whose style only looks like hiding': (s) =>
    `<div style="color:red;/*display:none*/" data-hidden title="hidden">${s}</div>`,
  'visible text in an invisible box': (s) =>
    `<div style="visibility:hidden">no<p style="visibility:visible">${s}</p></div>`,
  'box that opens at a click': (s) => `<a href="#more">More</a><div id="more" style="display:none">${s}</div>`,
  'paragraph after a hidden one that never ended': (s) => `<p hidden><div>${s}</div>`,
  'copyright line': (s) => `<p>© 2024 Orange Travel. ${s}</p>`,
  'publication line': (s) => `<div class="meta">2024-03-03 ${s}</div>`,
}

const pages = (['en', 'zh-CN'] as const).flatMap((language, l) =>
  LOOKS.map((look, i) => {
    const random = seeded(7000 + i * 10 + l)
    return { look, random, policy: aPolicy(random, language === 'en' ? ENGLISH : CHINESE, language) }
  }),
)

it.each(Object.entries(DISGUISES))(
  'does not find a text with a sentence inserted between its paragraphs as a %s',
  (_, disguise) => {
    const found = pages.flatMap(({ look, random, policy }, offset) => {
      const text = anExtract(policy, 'copied')
      // Tests each sentence on five pages.
      return SENTENCES.flatMap((sentence, i) => {
        if ((i + offset) % 4 !== 0) return []
        const at = 1 + ((i * 7) % (policy.parts.length - 1))
        const parts = policy.parts.toSpliced(at, 0, { kind: 'html', html: disguise(sentence) })
        const page = readPage(aPage(random, { ...policy, parts }, look))
        return matchPolicy(page, [{ version: '1', text }]).kind === 'found' ? [`${look} ${sentence}`] : []
      })
    })
    expect(found).toEqual([])
  },
)

it('does not find a text with a sentence inserted into its paragraphs or after the last', () => {
  const found = pages.flatMap(({ look, random, policy }) =>
    SENTENCES.flatMap((sentence, i) => {
      const paragraphs = policy.parts.flatMap((part, index) => (part.kind === 'paragraph' ? [index] : []))
      const at = i % 3 === 0 ? (paragraphs.at(-1) ?? 0) : (paragraphs[i % paragraphs.length] ?? 0)
      const part = policy.parts[at]
      if (part?.kind !== 'paragraph') return []
      const end = i % 2 === 0 ? part.text.length : part.text.search(/[。.]/u) + 1
      const text = `${part.text.slice(0, end)} ${sentence} ${part.text.slice(end)}`
      const page = readPage(aPage(random, { ...policy, parts: policy.parts.toSpliced(at, 1, { ...part, text }) }, look))
      const kind = matchPolicy(page, [{ version: '1', text: anExtract(policy, 'markdown') }]).kind
      return kind === 'found' ? [`${look} ${sentence}`] : []
    }),
  )
  expect(found).toEqual([])
})

it('finds the same pages without the sentence', () => {
  const missed = pages.filter(
    ({ look, random, policy }) =>
      matchPolicy(readPage(aPage(random, policy, look)), [{ version: '1', text: anExtract(policy, 'copied') }]).kind !==
      'found',
  )
  expect(missed.map(({ look }) => look)).toEqual([])
})
