import { createPrivateKey, type JsonWebKey } from 'node:crypto'
import type koffi from 'koffi'

/** How many numbers go through the vector unit of a processor at once. */
export const LANES = 8

/** Eight blocks as long as the modulus of one RSA key, big-endian, each to be signed in a lane of its own. */
export interface RsaLanes {
  /** What is signed; a block is a number smaller than the modulus. */
  readonly blocks: readonly Buffer[]
  readonly signatures: readonly Buffer[]
  /** The signatures raised to the public exponent: each is its block again, if nothing went wrong. */
  readonly checks: readonly Buffer[]
  /** Fills signatures and checks out of all eight blocks. False where the library says that it could not. */
  sign(): boolean
}

/** The version whose calls are known here: Debian 13 has it in `libcrypto-mb11`. */
const LIBRARY = 'libcrypto_mb.so.11'
/** By length of the key in bits, as the library numbers what a processor may be able to do (`enum MBX_ALGO`). */
const ALGORITHMS: ReadonlyMap<number, number> = new Map([
  [1024, 0],
  [2048, 1],
  [3072, 2],
  [4096, 3],
])
/** 65,537, the one public exponent of the library and, in practice, of everybody. */
const EXPONENT = 'AQAB'
/** No lane said anything else. */
const OK = 0

/**
 * Lanes by Intel's libcrypto_mb (decision 056). Null where it is not installed or not that version, the processor has no
 * AVX-512 IFMA, or the key is not one that it takes.
 */
export async function openRsaLanes(pem: string, library = LIBRARY): Promise<RsaLanes | null> {
  try {
    const { default: binding } = await import('koffi')
    return lanesOf(binding, binding.load(library), createPrivateKey(pem).export({ format: 'jwk' }))
  } catch {
    return null
  }
}

/** Throws where the library has no such calls. */
function lanesOf(
  binding: typeof koffi,
  library: ReturnType<typeof koffi.load>,
  { p, q, dp, dq, qi, n, e }: JsonWebKey,
): RsaLanes | null {
  if (!p || !q || !dp || !dq || !qi || !n || e !== EXPONENT) return null
  const bytes = bytesOf(n).length
  const bits = 8 * bytes
  // The library makes wrong signatures from primes that are not both half as long.
  if (!ALGORITHMS.has(bits) || ![p, q].every((prime) => isAsLong(prime, bytes / 2))) return null
  const whatItCan = library.func('uint64 mbx_get_algo_info(int algorithm)')
  if ((Number(whatItCan(ALGORITHMS.get(bits))) & LANES) === 0) return null

  const memory = lanesMemory(binding)
  const [blocks, signatures, checks] = [memory.each(bytes), memory.each(bytes), memory.each(bytes)]
  const factors = [p, q, dp, dq, qi].map((number) => memory.same(number, bytes / 2))
  const modulus = memory.same(n, bytes)
  const raise = library.func(
    'uint32 mbx_rsa_private_crt_mb8(void *from, void *to, void *p, void *q, void *dp, void *dq, void *iq, int bits, void *method, void *buffer)',
  )
  const check = library.func(
    'uint32 mbx_rsa_public_mb8(void *from, void *to, void *n, int bits, void *method, void *buffer)',
  )
  const byPrivate = library.func('void *mbx_RSA_private_crt_Method(int bits)')(bits)
  const byPublic = library.func('void *mbx_RSA_pub65537_Method(int bits)')(bits)
  return {
    blocks: blocks.lanes,
    signatures: signatures.lanes,
    checks: checks.lanes,
    sign: () =>
      raise(blocks.table, signatures.table, ...factors.map(({ table }) => table), bits, byPrivate, null) === OK &&
      check(signatures.table, checks.table, modulus.table, bits, byPublic, null) === OK,
  }
}

const bytesOf = (digits: string) => Buffer.from(digits, 'base64url')

const isAsLong = (digits: string, bytes: number) => {
  const number = bytesOf(digits)
  return number.length === bytes && (number[0] ?? 0) >= 0x80
}

/** The library is given a table of eight addresses for each argument. The memory behind an ArrayBuffer never moves. */
function lanesMemory({ address }: typeof koffi) {
  const tableOf = (lanes: readonly Buffer[]) => ({ lanes, table: BigUint64Array.from(lanes, address) })
  const filled = (bytes: number) => Buffer.from(new ArrayBuffer(bytes))
  return {
    /** Room of its own for each lane. */
    each: (bytes: number) => tableOf(Array.from({ length: LANES }, () => filled(bytes))),
    /** One number of the key for all lanes, the lowest digit first as the library reads it. */
    same: (digits: string, bytes: number) => {
      const number = filled(bytes)
      number.set(bytesOf(digits).reverse())
      return tableOf(new Array(LANES).fill(number))
    },
  }
}
