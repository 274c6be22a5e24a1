import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { unzipSync } from 'fflate'
import { MOST_EVIDENCE_BYTES } from './evidence-size.ts'

/** Accepted file types: documents, images, tables and plain text. None of them is executable. */
export const EVIDENCE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  text: 'text/plain; charset=utf-8',
} as const

export type EvidenceType = keyof typeof EVIDENCE_TYPES

/** Signatures of programs: Windows, Linux, macOS (both byte orders and universal), scripts, Java. */
const PROGRAMS = ['4d5a', '7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '2321']

/**
 * Detects the type of a file by its bytes, ignoring its name. Faults: `evidence-empty`, `evidence-too-large`,
 * `evidence-executable` (programs, and office files with macros), `evidence-type`.
 */
export function evidenceType(bytes: Uint8Array): Outcome<EvidenceType> {
  if (bytes.length === 0) return fail('evidence-empty')
  if (bytes.length > MOST_EVIDENCE_BYTES) return fail('evidence-too-large')
  if (PROGRAMS.some((program) => beginsWith(bytes, program))) return fail('evidence-executable')
  if (beginsWith(bytes, '255044462d')) return ok('pdf')
  if (beginsWith(bytes, '89504e470d0a1a0a')) return ok('png')
  if (beginsWith(bytes, 'ffd8ff')) return ok('jpeg')
  if (beginsWith(bytes, '504b0304')) return officeType(bytes)
  return isPlainText(bytes) ? ok('text') : fail('evidence-type')
}

const beginsWith = (bytes: Uint8Array, hex: string): boolean =>
  bytes.length >= hex.length / 2 &&
  hex.match(/../g)?.every((pair, place) => bytes[place] === Number.parseInt(pair, 16)) === true

/** Content types of parts that can run code: macros of both kinds, and controls. */
const RUNNING_TYPE = /macroenabled|vbaproject|ms-office\.vba|macrosheet|activex/i
/** Relationships to such parts, whatever the part is named. */
const RUNNING_RELATIONSHIP =
  /relationships\/(?:vbaproject|wordvbadata|xlmacrosheet|xlintlmacrosheet|control|activexcontrolbinary)\b/i
/** An external template, fetched when the file is opened, may contain macros. */
const FOREIGN_TEMPLATE =
  /<relationship\b(?=[^>]*relationships\/attachedtemplate\b)(?=[^>]*targetmode\s*=\s*["']external)/i

/** Detects the office format by the archive's content types, because a part may have any name. */
function officeType(bytes: Uint8Array): Outcome<EvidenceType> {
  const parts = officeParts(bytes)
  if (!parts?.names.has('[content_types].xml')) return fail('evidence-type')
  const { names, contentTypes, relationships } = parts
  const runs =
    RUNNING_TYPE.test(contentTypes) ||
    relationships.some((text) => RUNNING_RELATIONSHIP.test(text) || FOREIGN_TEMPLATE.test(text)) ||
    [...names].some((name) => /vbaproject\.bin$|\/macrosheets\//.test(name))
  if (runs) return fail('evidence-executable')
  if (names.has('word/document.xml')) return ok('docx')
  return names.has('xl/workbook.xml') ? ok('xlsx') : fail('evidence-type')
}

/** Returns true for UTF-8 without control characters that is no HTML or SVG, which a browser would run. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !/^\s*<(?:!|\?xml|[a-z])/i.test(text)
  } catch {
    return false
  }
}

/** The part names, content types and relationships of an office file, as text. */
interface OfficeParts {
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
function officeParts(bytes: Uint8Array): OfficeParts | null {
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
