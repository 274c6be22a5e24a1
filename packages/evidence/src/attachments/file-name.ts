import type { EvidenceType } from './evidence-type.ts'

/** Allowed extensions by file type; a name with none of them gets the first. */
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
 * Returns a safe name for saving and opening the file: no path, no invisible or direction-changing characters, none
 * reserved by a file system, and an extension of the detected type. `run.bat` is stored as `run.bat.txt`, so it cannot
 * run.
 */
export function evidenceFileName(name: string, type: EvidenceType): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  // Windows drops trailing dots and spaces, so "run.bat." would become "run.bat".
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
