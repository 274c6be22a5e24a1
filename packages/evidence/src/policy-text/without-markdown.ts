/** Target of a Markdown link: a URL or an anchor, with an optional title. Prose in brackets does not match. */
const TARGET =
  '\\((?:https?:|mailto:|tel:|www\\.|[./#?])[^\\s()]{0,2000}(?:\\([^\\s()]{0,200}\\)[^\\s()]{0,200})?(?:\\s+"[^"]{0,300}")?\\)'
const IMAGE = new RegExp(`!\\[[^\\[\\]]{0,500}\\]${TARGET}`, 'giu')
const LINK = new RegExp(`\\[([^\\[\\]]{0,500})\\]${TARGET}`, 'giu')
const ESCAPED = /\\([\\`*_{}[\]()#+.!|~<>-])/g

/**
 * Removes Markdown syntax that contains letters: escapes, images, link targets. Other text is unchanged; stars and
 * hashes are no letters.
 */
export const withoutMarkdown = (text: string): string =>
  text.replace(IMAGE, ' ').replace(LINK, '$1').replace(ESCAPED, '$1')
