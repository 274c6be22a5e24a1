import type { Policy, PolicyPart } from './a-policy.ts'
import { FURNITURE, type Furniture } from './page-parts.ts'
import type { Random } from './random.ts'

/** Kinds of markup used by policy pages. */
export const LOOKS = [
  'semantic',
  'div-soup',
  'line-breaks',
  'blog',
  'wiki',
  'generated-spans',
  'accordion',
  'tabs',
  'articles',
  'numbered-list',
] as const
export type Look = (typeof LOOKS)[number]

const HAN = [...'一二三四五六七八九十']

/** Text as an HTML author may write it: with references that need no semicolon, and named characters. */
const written = (text: string, random: Random): string => {
  const plain = text.replaceAll('&', random.chance(0.5) ? '&amp;' : '&').replaceAll('<', '&lt;')
  return random.chance(0.5)
    ? plain.replaceAll('é', '&eacute;').replaceAll('©', '&copy')
    : plain.replaceAll('©', '&#xa9;')
}

interface Markup {
  readonly heading: (text: string, number: number, level: 1 | 2) => string
  readonly paragraph: (html: string) => string
  readonly section: (heading: string, body: string, number: number) => string
}

const plainSection = (heading: string, body: string) => `${heading}${body}`
const markups = (random: Random, furniture: Furniture): Readonly<Record<Look, Markup>> => {
  const h = (text: string, _: number, level: 1 | 2) => `<h${level + 1}>${text}</h${level + 1}>`
  const p = (html: string) => `<p>${html}</p>\n`
  const div = (html: string) => `<div class="c${random.below(99)}"><div>${html}</div></div>`
  return {
    semantic: { heading: h, paragraph: p, section: (a, b) => `<section>${a}${b}</section>` },
    'div-soup': { heading: (text) => div(text), paragraph: div, section: (a, b) => `<div>${a}<div>${b}</div></div>` },
    'line-breaks': {
      heading: (text, _, level) => (level === 1 ? `<br><br><b>${text}</b><br>` : `<br><u>${text}</u><br>`),
      paragraph: (html) => `${html}<br><br>`,
      section: plainSection,
    },
    blog: { heading: h, paragraph: p, section: plainSection },
    wiki: {
      heading: (text, number, level) =>
        `<h${level + 1} id="s${number}">${text}<a class="headerlink" href="#s${number}" title="x">¶</a></h${level + 1}>`,
      paragraph: p,
      section: (a, b) => `${a}${b}<p class="top"><a href="#top">${furniture.top}</a></p>`,
    },
    'generated-spans': {
      heading: (text) =>
        `<div><strong><span style="font-size:19px"><span data-custom-class="h">${text}</span></span></strong></div><div><br></div>`,
      paragraph: (html) =>
        `<div style="line-height:1.5"><span><bdt class="block"></bdt><span>${html}</span></span></div><div><br></div>`,
      section: plainSection,
    },
    accordion: {
      heading: h,
      paragraph: p,
      section: (a, b, i) =>
        i % 2
          ? `<details><summary>${a}</summary>${b}</details>`
          : `<button aria-controls="a${i}">${a}</button><div id="a${i}" hidden>${b}</div>`,
    },
    tabs: {
      heading: h,
      paragraph: p,
      section: (a, b, i) => `<div role="tabpanel" ${i > 1 ? 'style="display: none"' : ''}>${a}${b}</div>`,
    },
    articles: {
      heading: (text, number, level) =>
        level === 1 ? `<p><strong>第${HAN[(number - 1) % 10]}条&nbsp;${text}</strong></p>` : `<p><b>${text}</b></p>`,
      paragraph: (html) => `<p style="text-indent:2em">&#12288;&#12288;${html}</p>`,
      section: (a, b) => `${a}${b}<a class="back" href="#">${furniture.top}</a>`,
    },
    'numbered-list': { heading: (text) => `<b>${text}</b>`, paragraph: p, section: (a, b) => `<li>${a}${b}</li>` },
  }
}

/** A complete page that shows a policy, with the usual furniture around it and between its paragraphs. */
export function aPage(random: Random, policy: Policy, look: Look): string {
  const furniture = FURNITURE[policy.language]
  const markup = markups(random, furniture)[look]
  const headings = policy.parts.flatMap((part) => (part.kind === 'heading' && part.level === 1 ? [part.text] : []))
  const body = sectionsOf(policy.parts).map(({ heading, parts }, i) => {
    const text = parts.map((part) => partHtml(random, markup, furniture, part, i)).join('')
    return heading === null ? text : markup.section(markup.heading(written(heading, random), i, 1), text, i)
  })
  const [intro = '', ...sections] = body
  const numbered = look === 'numbered-list' ? `<ol>${sections.join('')}</ol>` : sections.join('')
  const title = look === 'line-breaks' ? `<font size="5">${policy.title}</font><br>` : `<h1>${policy.title}</h1>`
  const between = [furniture.posted, furniture.languages, random.chance(0.7) ? furniture.contents(headings) : ''].join(
    '',
  )
  const main = `${title}${look === 'line-breaks' ? '' : between}${intro}${numbered}`
  const shell =
    look === 'line-breaks'
      ? `<table><tr><td>${furniture.menu}</td><td>${main}</td></tr></table>`
      : `<main>${main}</main>`
  return `<!doctype html><html lang="${policy.language}"><head><title>${policy.title} | Orange</title><style>p{}</style></head>
<body>${furniture.header}${shell}${furniture.footer}<script>if (1 < 2) "</p>"</script></body></html>`
}

function sectionsOf(parts: readonly PolicyPart[]) {
  const sections: { heading: string | null; parts: PolicyPart[] }[] = [{ heading: null, parts: [] }]
  for (const part of parts)
    if (part.kind === 'heading' && part.level === 1) sections.push({ heading: part.text, parts: [] })
    else sections.at(-1)?.parts.push(part)
  return sections
}

function partHtml(random: Random, markup: Markup, furniture: Furniture, part: PolicyPart, section: number): string {
  const text = (plain: string) => written(plain, random)
  switch (part.kind) {
    case 'heading':
      return markup.heading(text(part.text), section, part.level)
    case 'paragraph':
      return markup.paragraph(inline(text(part.text), part, furniture))
    case 'list': {
      const items = part.items
        .map((item) => `<li>${random.chance(0.3) ? `<p>${text(item)}</p>` : text(item)}`)
        .join('\n')
      return part.numbered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`
    }
    case 'table':
      return `<table>${part.rows.map((row) => `<tr>${row.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`).join('')}</table>`
    case 'html':
      return part.html
  }
}

/** Adds bold words, and a link with a note that it opens in a new window. */
function inline(
  html: string,
  { linked, bold }: { readonly linked: boolean; readonly bold: boolean },
  { note }: Furniture,
): string {
  const cut = Math.floor(html.length / 2)
  const safe = /^[^&]*$/.test(html.slice(cut - 8, cut + 8))
  const words = bold && safe ? `<b>${html.slice(0, cut)}</b>${html.slice(cut)}` : html
  return linked ? `${words} <a href="/x" target="_blank"><span class="sr-only">${note}</span></a>` : words
}
