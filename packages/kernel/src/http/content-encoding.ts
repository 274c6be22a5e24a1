export type ContentEncoding = 'br' | 'gzip'

/** Matches a list of encodings with `name`, unless it has the parameter `q=0`. */
const accepting = (name: ContentEncoding): RegExp =>
  new RegExp(`(?:^|,)\\s*${name}\\s*(?:;(?!\\s*q=0(?:\\.0*)?\\s*(?:[,;]|$))[^,;]*)*(?:,|$)`, 'i')

const BROTLI = accepting('br')
const GZIP = accepting('gzip')

/**
 * Selects the content encoding for the Accept-Encoding header `accepted`; null means uncompressed. `q=0` refuses an
 * encoding.
 */
export const encodingFor = (accepted = ''): ContentEncoding | null =>
  BROTLI.test(accepted) ? 'br' : GZIP.test(accepted) ? 'gzip' : null
