import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  publicDecrypt,
  sign,
} from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANES, type RsaLanes } from './rsa-lanes.ts'
import { rsaSignatures } from './rsa-signatures.ts'

const key = createPrivateKey(
  generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey,
)

/** Lanes for a machine that has none, by OpenSSL's RSA without its padding. `spoil` does to them what a machine may do. */
function slowLanes(privateKey: KeyObject, spoil: (lanes: RsaLanes) => boolean = () => true): RsaLanes {
  const padding = constants.RSA_NO_PADDING
  const room = () => Array.from({ length: LANES }, () => Buffer.alloc(128))
  const lanes: RsaLanes = {
    blocks: room(),
    signatures: room(),
    checks: room(),
    sign: () => {
      for (const [n, block] of lanes.blocks.entries())
        lanes.signatures[n]?.set(privateEncrypt({ key: privateKey, padding }, block))
      const said = spoil(lanes)
      for (const [n, signature] of lanes.signatures.entries())
        lanes.checks[n]?.set(publicDecrypt({ key: createPublicKey(privateKey), padding }, signature))
      return said
    },
  }
  return lanes
}

const texts = fc.array(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  { maxLength: 20 },
)
const oneByOne = (some: readonly Buffer[]) => some.map((text) => sign('sha256', text, key))

describe('signatures', () => {
  it('are what OpenSSL makes of each text, in their order, however many there are', () => {
    const lanes = slowLanes(key)
    const [together, alone] = [rsaSignatures(key, lanes), rsaSignatures(key, null)]
    fc.assert(
      fc.property(texts, (some) => {
        const wanted = oneByOne(some)
        expect(together(some)).toEqual(wanted)
        expect(alone(some)).toEqual(wanted)
      }),
      { numRuns: 30 },
    )
  })

  it('are made in as few rounds of the lanes as hold them, and a single one without', () => {
    let rounds = 0
    const countRound = () => {
      rounds += 1
      return true
    }
    const signatures = rsaSignatures(key, slowLanes(key, countRound))
    const some = (count: number) => Array.from({ length: count }, (_, n) => Buffer.from(`text ${n}`))
    const roundsOf = (count: number) => {
      rounds = 0
      signatures(some(count))
      return rounds
    }
    expect([0, 1, 2, 8, 9, 10, 16, 24].map(roundsOf)).toEqual([0, 0, 1, 1, 1, 2, 2, 3])
  })

  it('are never let out wrong: by whichever lane errs, or when the library says so', () => {
    const some = Array.from({ length: LANES }, (_, n) => Buffer.from(`text ${n}`))
    for (let errs = 0; errs < LANES; errs += 1) {
      const lanes = slowLanes(key, ({ signatures }) => {
        const signature = signatures[errs]
        if (signature) signature[127] = (signature[127] ?? 0) ^ 1
        return true
      })
      expect(rsaSignatures(key, lanes)(some)).toEqual(oneByOne(some))
    }
    const refused = slowLanes(key, ({ signatures }) => {
      for (const signature of signatures) signature.fill(0)
      return false
    })
    expect(rsaSignatures(key, refused)(some)).toEqual(oneByOne(some))
  })

  it('stay as they are when the next are made', () => {
    const signatures = rsaSignatures(key, slowLanes(key))
    const [a, b] = [Buffer.from('a'), Buffer.from('b')]
    const first = signatures([a, a])
    signatures([b, b])
    expect(first).toEqual(oneByOne([a, a]))
  })
})
