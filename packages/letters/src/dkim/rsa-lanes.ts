import { createPrivateKey } from 'node:crypto'
import type Koffi from 'koffi'

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
 * Lanes by Intel's libcrypto_mb (decision 056). Null where it is not installed, the processor has no AVX-512 IFMA, or the
 * key is not one that it takes.
 */
export async function openRsaLanes(pem: string): Promise<RsaLanes | null> {
  const { p, q, dp, dq, qi, n, e } = createPrivateKey(pem).export({ format: 'jwk' })
  const bytes = Buffer.from(n ?? '', 'base64url').length
  const bits = 8 * bytes
  const algorithm = ALGORITHMS.get(bits)
  if (!p || !q || !dp || !dq || !qi || !n || e !== EXPONENT || algorithm === undefined) return null
  // Primes of unlike length fit no lane.
  if ([p, q].some((prime) => Buffer.from(prime, 'base64url').length !== bytes / 2)) return null
  const found = await findLibrary()
  if (!found) return null
  const { koffi, library } = found
  if ((Number(library.func('uint64 mbx_get_algo_info(int)')(algorithm)) & LANES) === 0) return null

  const memory = lanesMemory(koffi)
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

async function findLibrary() {
  try {
    const { default: koffi } = await import('koffi')
    return { koffi, library: koffi.load(LIBRARY) }
  } catch {
    return null
  }
}

/** The library is given a table of eight addresses for each argument. The memory behind an ArrayBuffer never moves. */
function lanesMemory({ address }: typeof Koffi) {
  const tableOf = (lanes: readonly Buffer[]) => ({ lanes, table: BigUint64Array.from(lanes, address) })
  const filled = (bytes: number) => Buffer.from(new ArrayBuffer(bytes))
  return {
    /** Room of its own for each lane. */
    each: (bytes: number) => tableOf(Array.from({ length: LANES }, () => filled(bytes))),
    /** One number of the key for all lanes, the lowest digit first as the library reads it. */
    same: (digits: string, bytes: number) => {
      const number = filled(bytes)
      number.set(Buffer.from(digits, 'base64url').reverse())
      return tableOf(new Array(LANES).fill(number))
    },
  }
}
