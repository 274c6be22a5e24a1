import { resolveReferences } from './character-reference.ts'

/** Their content is text of its own kind, up to their own closing tag, and shown to nobody as text. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'noscript', 'noembed', 'noframes', 'xmp'])
const NOT_SHOWN = new Set(['template', 'svg', 'math', 'select', 'object', 'audio', 'video', 'canvas'])
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

/**
 * The text that a page shows, as far as HTML alone tells: without scripts, styles and elements that are marked hidden.
 * What a style sheet hides or a script adds is not known here. Takes one pass, whatever the page is.
 */
export function pageText(html: string): string {
  const shown: string[] = []
  /** Set inside an element that is not shown: its name, and how deep its like are nested. */
  let hidden: { readonly name: string; depth: number } | null = null
  let at = 0
  while (at < html.length) {
    const open = nextMarkup(html, at)
    if (!hidden) shown.push(html.slice(at, open))
    const markup = open < html.length ? readMarkup(html, open) : null
    if (!markup) break
    at = markup.end
    if (markup.kind === 'comment') continue
    const { name, closes, attributes } = markup
    if (hidden) {
      if (name === hidden.name && !attributes.endsWith('/')) hidden.depth += closes ? -1 : 1
      if (hidden.depth === 0) hidden = null
    } else if (!closes && RAW.has(name)) {
      at = endOfRaw(html, at, name)
    } else if (!closes && !VOID.has(name) && (NOT_SHOWN.has(name) || isHidden(attributes))) {
      hidden = { name, depth: 1 }
    }
  }
  return resolveReferences(shown.join(''))
}

type Markup =
  | { readonly kind: 'comment'; readonly end: number }
  | {
      readonly kind: 'tag'
      readonly end: number
      readonly name: string
      readonly closes: boolean
      readonly attributes: string
    }

/** The next `<` that begins something; any other is text. */
function nextMarkup(html: string, from: number): number {
  const begins = /<(?=\/?[a-z]|[!?])/gi
  begins.lastIndex = from
  return begins.exec(html)?.index ?? html.length
}

/** What begins with the `<` at `open`; null when it never ends, and with it the page. */
function readMarkup(html: string, open: number): Markup | null {
  const after = html[open + 1] ?? ''
  if (html.startsWith('<!--', open)) return comment(html.indexOf('-->', open + 4), 3)
  if (after === '!' || after === '?') return comment(html.indexOf('>', open), 1)
  const closes = after === '/'
  const start = open + (closes ? 2 : 1)
  const end = endOfTag(html, start)
  if (end === -1) return null
  const inside = html.slice(start, end)
  const name = /^[^\s/]*/.exec(inside)?.[0] ?? ''
  return { kind: 'tag', end: end + 1, name: name.toLowerCase(), closes, attributes: inside.slice(name.length) }
}

const comment = (at: number, length: number): Markup | null =>
  at === -1 ? null : { kind: 'comment', end: at + length }

/** Where the tag's `>` is; one in a quoted value is none. -1 without. */
function endOfTag(html: string, from: number): number {
  let quote = ''
  let before = ''
  for (let at = from; at < html.length; at += 1) {
    const c = html[at] ?? ''
    if (quote) quote = c === quote ? '' : quote
    else if (c === '>') return at
    else if (before === '=' && (c === '"' || c === "'")) quote = c
    if (c.trim()) before = c
  }
  return -1
}

function endOfRaw(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

function isHidden(attributes: string): boolean {
  const style = /\bstyle\s*=\s*("[^"]*"|'[^']*'|[^\s"']+)/i.exec(attributes)?.[1] ?? ''
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true
  return /(^|\s)hidden(?=[\s=/]|$)/i.test(attributes.replace(/"[^"]*"|'[^']*'/g, '""'))
}
