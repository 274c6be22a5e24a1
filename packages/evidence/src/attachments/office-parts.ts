import { unzipSync } from 'fflate'

/** The part names, content types and relationships of an office file, as text. */
export interface OfficeParts {
  /** In lower case, because programs ignore the case of part names. */
  readonly names: ReadonlySet<string>
  readonly contentTypes: string
  readonly relationships: readonly string[]
}

const LARGEST_PART = 1024 * 1024
const MOST_PARTS = 10_000

/**
 * Reads an archive of at most 10,000 parts, each part read at most 1 MB. Returns null if the archive is invalid or
 * larger.
 */
export function officeParts(bytes: Uint8Array): OfficeParts | null {
  const names = new Set<string>()
  let readable = true
  try {
    const read = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const lower = name.toLowerCase()
        names.add(lower)
        if (names.size > MOST_PARTS) readable = false
        if (!isDescription(lower) || !readable) return false
        if (originalSize > LARGEST_PART) readable = false
        return readable
      },
    })
    if (!readable) return null
    const texts = Object.entries(read).map(([name, part]) => [name.toLowerCase(), plainXml(part)] as const)
    return {
      names,
      contentTypes: texts.find(([name]) => name === CONTENT_TYPES)?.[1] ?? '',
      relationships: texts.filter(([name]) => name.endsWith('.rels')).map(([, text]) => text),
    }
  } catch {
    return null
  }
}

const CONTENT_TYPES = '[content_types].xml'
const isDescription = (name: string) => name === CONTENT_TYPES || name.endsWith('.rels')

/** Decodes XML in any Unicode encoding and resolves its character references. */
function plainXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding)
    .decode(bytes)
    .replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex, decimal) => {
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return point <= 0x10ffff ? String.fromCodePoint(point) : ''
    })
}
