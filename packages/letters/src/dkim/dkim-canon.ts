// The "relaxed" forms of RFC 6376, 3.4: a relay may change white space without breaking a signature.
// Most fields and bodies need no change, so one check comes first.

/** A header field, folded or not, without its line end. */
export function relaxedField(field: string): string {
  const colon = field.indexOf(':')
  const value = field.slice(colon + 1)
  const single = /[\t\r\n]| {2}/.test(value) ? value.replace(/[ \t\r\n]+/g, ' ') : value
  return `${field.slice(0, colon).trimEnd().toLowerCase()}:${single.trim()}`
}

/** A body whose lines end with CRLF, one character a byte. */
export function relaxedBody(body: string): string {
  const lines = /\t| [ \r]/.test(body) ? body.replace(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n') : body
  let end = lines.endsWith(' ') ? lines.length - 1 : lines.length
  while (lines.endsWith('\r\n', end)) end -= 2
  if (end === 0) return ''
  return lines.length === end + 2 ? lines : `${lines.slice(0, end)}\r\n`
}
