import { hash, type KeyObject, sign } from 'node:crypto'
import { LANES, type RsaLanes } from './rsa-lanes.ts'

/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2) of each text, in their order. */
export type RsaSignatures = (texts: readonly Buffer[]) => readonly Buffer[]

/** What stands before a SHA-256 in the block that is signed: DER of its DigestInfo (RFC 8017, 9.2, note 1). */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')
const HASH_BYTES = 32

/** Signs one by one with OpenSSL, or as many as there are lanes for the time of two. */
export function rsaSignatures(key: KeyObject, lanes: RsaLanes | null): RsaSignatures {
  const oneByOne: RsaSignatures = (texts) => texts.map((text) => sign('sha256', text, key))
  if (!lanes) return oneByOne
  for (const block of lanes.blocks) writeBlock(block)
  const together: RsaSignatures = (texts) => {
    for (const [n, text] of texts.entries()) writeHash(lanes.blocks[n], text)
    return lanes.sign() && texts.every((_, n) => isRight(lanes, n))
      ? texts.map((_, n) => Buffer.from(lanes.signatures[n] ?? ''))
      : oneByOne(texts)
  }
  return (texts) => {
    const signatures: Buffer[] = []
    for (let from = 0; from < texts.length; from += LANES) {
      const some = texts.slice(from, from + LANES)
      signatures.push(...(some.length === 1 ? oneByOne(some) : together(some)))
    }
    return signatures
  }
}

/** A wrong signature made by way of the primes tells them to whoever reads it, so none is let out unchecked. */
function isRight({ blocks, checks }: RsaLanes, n: number): boolean {
  const [block, check] = [blocks[n], checks[n]]
  return block !== undefined && check?.equals(block) === true
}

/** 00 01 ff .. ff 00, DigestInfo, and room for the hash (RFC 8017, 9.2). */
function writeBlock(block: Buffer): void {
  const info = block.length - HASH_BYTES - DIGEST_INFO.length
  block.fill(0xff, 0, info).fill(0, info)
  block.set([0, 1])
  block[info - 1] = 0
  block.set(DIGEST_INFO, info)
}

function writeHash(block: Buffer | undefined, text: Buffer): void {
  block?.set(hash('sha256', text, 'buffer'), block.length - HASH_BYTES)
}
