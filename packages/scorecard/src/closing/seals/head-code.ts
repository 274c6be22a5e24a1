import { CODE_SYMBOLS, groupedCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'

/** 135 of a head's 256 bits: enough to make a second chain with the same code infeasible. */
const SYMBOLS = 27
const BITS = 5

/** Formats a head (64 hexadecimal digits) for print and typing: seven groups of four, the last symbol a check digit. */
export function headCode(head: string): string {
  const bits = BigInt(`0x${head}`) >> BigInt(256 - SYMBOLS * BITS)
  let symbols = ''
  for (let index = SYMBOLS - 1; index >= 0; index -= 1)
    symbols += CODE_SYMBOLS.charAt(Number((bits >> BigInt(index * BITS)) & 31n))
  return groupedCode(symbols + checkSymbol(symbols))
}

/** Normalizes a typed code. Returns null if it is invalid or mistyped. */
export function readHeadCode(text: string): string | null {
  const code = readSecretCode(text.trim())
  const symbols = code?.replaceAll('-', '')
  return symbols && checkSymbol(symbols.slice(0, SYMBOLS)) === symbols.at(-1) ? code : null
}

/** Luhn checksum in base 32. It detects any single wrong symbol and nearly every swap of two symbols. */
function checkSymbol(symbols: string): string {
  const base = CODE_SYMBOLS.length
  const sum = [...symbols].reduceRight(
    ({ total, factor }, symbol) => {
      const added = factor * CODE_SYMBOLS.indexOf(symbol)
      return { total: total + Math.floor(added / base) + (added % base), factor: 3 - factor }
    },
    { total: 0, factor: 2 },
  )
  return CODE_SYMBOLS.charAt((base - (sum.total % base)) % base)
}
