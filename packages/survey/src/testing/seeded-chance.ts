import type { Ids, Tokens } from '@wayproof/kernel/id'
import { randomSequence } from '../sampling/sample.ts'

/** Bytes that look random and are the same in every run. */
export function seededTokens(seed: string): Tokens {
  const next = randomSequence(seed)
  return { bytes: (length) => Uint8Array.from({ length }, () => next(256)) }
}

/** UUIDs (version 4) that are the same in every run. */
export function seededIds(seed: string): Ids {
  const tokens = seededTokens(seed)
  return {
    next: () => {
      const bytes = Buffer.from(tokens.bytes(16))
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
      return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    },
  }
}
