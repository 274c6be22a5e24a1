export type ContentEncoding = 'br' | 'gzip'

/**
 * Selects the content encoding for the Accept-Encoding header `accepted`; null means uncompressed. `q=0` refuses an
 * encoding.
 */
export function encodingFor(accepted = ''): ContentEncoding | null {
  const acceptedNames = new Set<string>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((parameter) => parameter.trim())
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) acceptedNames.add(name)
  }
  return acceptedNames.has('br') ? 'br' : acceptedNames.has('gzip') ? 'gzip' : null
}
