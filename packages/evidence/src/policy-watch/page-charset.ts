const MARKED: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Number of bytes in which a page may declare its encoding. */
const HEAD = 1024

/**
 * Decodes a page. A byte order mark decides, then the response header, then the page's own declaration. If the bytes
 * are invalid in that encoding, or none is declared, UTF-8 and GB18030 are tried. Returns null if the bytes are valid
 * in neither.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string | null {
  const marked = MARKED.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const charset = /charset\s*=[\s"']*([\w:-]+)/i
  const named = [charset.exec(contentType ?? '')?.[1], charset.exec(head)?.[1]]
  for (const encoding of [marked, ...named, 'utf-8', 'gb18030']) {
    const text = encoding === undefined ? null : decode(bytes, encoding)
    if (text !== null) return text
  }
  return null
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
