import { createSecretKey } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import { answerCalls } from './answer-calls.ts'
import { type SealedChunk, sealChunk } from './sealed-chunk.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

// A thread of its own: seals the addresses of one chunk after another under the two keys that it was handed.

const { address, lookUp } = workerData as { readonly address: string; readonly lookUp: string }
const keys = { address: keyOf(address), lookUp: keyOf(lookUp) }

function keyOf(hexadecimal: string) {
  return createSecretKey(hexadecimal, 'hex')
}

answerCalls(
  (chunk: TravelerChunk) => sealChunk(keys, chunk),
  async () => {},
  ({ rowNumbers, sealed, ends, hashes }: SealedChunk) =>
    [rowNumbers, sealed, ends, hashes].map(({ buffer }) => buffer as ArrayBuffer),
)
