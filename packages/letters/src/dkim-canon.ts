// The "relaxed" forms of RFC 6376, 3.4: what a relay may change of the blanks does not break a signature.

/** A header field, folded or not, without its line end. */
export function relaxedField(field: string): string {
  const colon = field.indexOf(':')
  const value = field.slice(colon + 1).replace(/[ \t\r\n]+/g, ' ')
  return `${field.slice(0, colon).trimEnd().toLowerCase()}:${value.trim()}`
}

/** A body whose lines end with CRLF, one character a byte. */
export function relaxedBody(body: string): string {
  // Most have nothing to change, which costs a look.
  const single = /\t| {2}/.test(body) ? body.replace(/[ \t]+/g, ' ') : body
  const lines = single.includes(' \r\n') ? single.replaceAll(' \r\n', '\r\n') : single
  let end = lines.endsWith(' ') ? lines.length - 1 : lines.length
  while (lines.endsWith('\r\n', end)) end -= 2
  return end === 0 ? '' : `${lines.slice(0, end)}\r\n`
}
