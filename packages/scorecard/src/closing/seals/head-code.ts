import { CODE_SYMBOLS, groupedCode, readSecretCode } from '@wayproof/kernel'

/** 135 of a head's 256 bits: enough that nobody can make another chain with the same. */
const SYMBOLS = 27
const BITS = 5

/**
 * A head (64 hexadecimal digits) as it is printed and typed: seven groups of four, the last symbol a check against slips
 * of the hand.
 */
export function headCode(head: string): string {
  const bits = BigInt(`0x${head}`) >> BigInt(256 - SYMBOLS * BITS)
  let symbols = ''
  for (let at = SYMBOLS - 1; at >= 0; at -= 1) symbols += CODE_SYMBOLS.charAt(Number((bits >> BigInt(at * BITS)) & 31n))
  return groupedCode(symbols + checkSymbol(symbols))
}

/** The code as it is printed, however it was typed; null when it is none, or mistyped. */
export function readHeadCode(text: string): string | null {
  const code = readSecretCode(text.trim())
  const symbols = code?.replaceAll('-', '')
  return symbols && checkSymbol(symbols.slice(0, SYMBOLS)) === symbols.at(-1) ? code : null
}

/** Luhn's formula in base 32: any one wrong symbol is seen, and nearly any two that changed places. */
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
