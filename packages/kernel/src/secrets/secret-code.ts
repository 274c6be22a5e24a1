import type { Tokens } from '../id.ts'

/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud. */
export const CODE_SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const AS_WRITTEN = /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){6}$/
const GROUPS = 7
const IN_GROUP = 4

/** A new code that a person keeps: 140 random bits as `7K2M-…` in seven groups of four. */
export function newSecretCode(tokens: Tokens): string {
  let code = ''
  for (const byte of tokens.bytes(GROUPS * IN_GROUP)) {
    if (code.length % (IN_GROUP + 1) === IN_GROUP) code += '-'
    code += CODE_SYMBOLS.charAt(byte % CODE_SYMBOLS.length)
  }
  return code
}

/** The code as we write it, however it was typed (lower case, spaces, O for 0, I or L for 1); null when it is none. */
export function readSecretCode(text: string): string | null {
  if (AS_WRITTEN.test(text)) return text
  if (text.length > 100) return null
  const typed = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{28}$/.test(typed) ? groupedCode(typed) : null
}

/** 28 symbols as people read and type them. */
export const groupedCode = (symbols: string): string => (symbols.match(/.{4}/g) ?? []).join('-')
