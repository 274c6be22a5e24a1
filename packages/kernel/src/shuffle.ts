import type { Tokens } from './id.ts'

/** Returns the items in an unpredictable order (Fisher-Yates on system randomness; the bias of 2^-16 is negligible). */
export function shuffled<T>(things: readonly T[], tokens: Tokens): T[] {
  const result = [...things]
  const random = new DataView(Uint8Array.from(tokens.bytes(4 * result.length)).buffer)
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = random.getUint32(4 * last) % (last + 1)
    const [a, b] = [result[last], result[other]] as [T, T]
    result[last] = b
    result[other] = a
  }
  return result
}
