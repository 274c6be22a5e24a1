import type { EvidenceType } from './evidence-type.ts'

/** The extensions that a file of each type may keep; the first is given to one that has none of them. */
const EXTENSIONS: Readonly<Record<EvidenceType, readonly [string, ...string[]]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  text: ['txt', 'csv', 'tsv', 'md', 'log'],
}

const LONGEST = 200

/**
 * A name under which a file can be saved and opened safely: without a path, without characters that are not seen, turn the
 * direction of reading or mean something to a file system, and with an extension of its detected type, so that nothing named
 * `run.bat` is run (it is kept as `run.bat.txt`).
 */
export function evidenceFileName(name: string, type: EvidenceType): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  // Windows leaves out dots and spaces at the end, so that "run.bat." would be "run.bat".
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/[.\s]+$/u, '')
    .trim()
  const extensions = EXTENSIONS[type]
  const has = extensions.some(
    (extension) => plain.toLowerCase().endsWith(`.${extension}`) && plain.length > extension.length + 1,
  )
  if (has && plain.length <= LONGEST) return plain
  const stem = has ? plain.slice(0, plain.lastIndexOf('.')) : plain || 'file'
  return `${[...stem]
    .slice(0, LONGEST - 5)
    .join('')
    .slice(0, LONGEST - 5)}.${extensions[0]}`
}
