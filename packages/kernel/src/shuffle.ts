import type { Tokens } from './id.ts'

/** Returns the items in an unpredictable order (Fisher-Yates on system randomness; the bias of 2^-16 is negligible). */
export function shuffled<T>(items: readonly T[], tokens: Tokens): T[] {
  const result = [...items]
  const random = new DataView(Uint8Array.from(tokens.bytes(4 * result.length)).buffer)
  for (let position = result.length - 1; position > 0; position -= 1) {
    const otherPosition = random.getUint32(4 * position) % (position + 1)
    const [a, b] = [result[position], result[otherPosition]] as [T, T]
    result[position] = b
    result[otherPosition] = a
  }
  return result
}
