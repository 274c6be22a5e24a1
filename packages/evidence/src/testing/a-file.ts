/** Streams the bytes of a file in chunks of `size` bytes. */
export async function* fileOf(content: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
export const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
