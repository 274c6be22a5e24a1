/** Streams the bytes of a file in chunks of `size` bytes. */
export async function* fileOf(content: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  for (let index = 0; index < bytes.length; index += size) yield bytes.subarray(index, index + size)
}

export const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
export const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
