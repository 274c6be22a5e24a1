import type { Tokens } from '../id.ts'

/** Crockford's base 32. It has no I, L, O, U, so a code can be read aloud without errors. */
export const CODE_SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const AS_WRITTEN = /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){6}$/
const GROUPS = 7
const IN_GROUP = 4

/** Creates a code for a person to write down: 140 random bits in seven groups of four, such as `7K2M-…`. */
export function newSecretCode(tokens: Tokens): string {
  let code = ''
  for (const byte of tokens.bytes(GROUPS * IN_GROUP)) {
    if (code.length % (IN_GROUP + 1) === IN_GROUP) code += '-'
    code += CODE_SYMBOLS.charAt(byte % CODE_SYMBOLS.length)
  }
  return code
}

/** Normalizes a typed code (lower case, spaces, O for 0, I or L for 1). Returns null if it is invalid. */
export function readSecretCode(text: string): string | null {
  if (AS_WRITTEN.test(text)) return text
  if (text.length > 100) return null
  const normalized = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{28}$/.test(normalized) ? groupedCode(normalized) : null
}

/** Formats 28 symbols in groups for reading and typing. */
export const groupedCode = (symbols: string): string => (symbols.match(/.{4}/g) ?? []).join('-')
