export type ContentEncoding = 'br' | 'gzip'

/**
 * Selects the content encoding for the Accept-Encoding header `accepted`; null means uncompressed. `q=0` refuses an
 * encoding.
 */
export function encodingFor(accepted = ''): ContentEncoding | null {
  const taken = new Set<string>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim())
    if (!parameters.some((each) => /^q=0(\.0*)?$/.test(each))) taken.add(name)
  }
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : null
}
