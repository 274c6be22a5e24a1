/** What a link leads to in Markdown: an address or a place on the page, and a title. Prose in brackets is none. */
const TARGET =
  '\\((?:https?:|mailto:|tel:|www\\.|[./#?])[^\\s()]{0,2000}(?:\\([^\\s()]{0,200}\\)[^\\s()]{0,200})?(?:\\s+"[^"]{0,300}")?\\)'
const IMAGE = new RegExp(`!\\[[^\\[\\]]{0,500}\\]${TARGET}`, 'giu')
const LINK = new RegExp(`\\[([^\\[\\]]{0,500})\\]${TARGET}`, 'giu')
const ESCAPED = /\\([\\`*_{}[\]()#+.!|~<>-])/g

/**
 * A text without what only Markdown reads: escapes, pictures, the addresses of links. Any other text stays as it is; stars
 * and hashes are no letters anyway.
 */
export const withoutMarkdown = (text: string): string =>
  text.replace(IMAGE, ' ').replace(LINK, '$1').replace(ESCAPED, '$1')
