import { constants, createPrivateKey, generateKeyPairSync, privateEncrypt, randomBytes } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openRsaLanes } from './rsa-lanes.ts'

const pem = (modulusLength: number, publicExponent = 65_537) =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicExponent,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey

/** Whether this machine has both, by signs other than the library's own. */
const canSignTogether =
  globSync('/usr/lib/*/libcrypto_mb.so.11').length > 0 && /\bavx512ifma\b/.test(readFileSync('/proc/cpuinfo', 'utf8'))

describe('the lanes of a key', () => {
  it('are there if and only if library and processor are', async () => {
    expect((await openRsaLanes(pem(2048))) !== null).toBe(canSignTogether)
  })

  it('are not opened by a library that is missing, or that is another', async () => {
    expect(await openRsaLanes(pem(2048), 'libcrypto_mb.so.0')).toBeNull()
    expect(await openRsaLanes(pem(2048), 'libc.so.6')).toBeNull()
    expect(await openRsaLanes('no key')).toBeNull()
  })

  it('are not opened for a key that they do not take', async () => {
    for (const key of [pem(1040), pem(2048, 3), pem(2056), pem(2047)]) expect(await openRsaLanes(key)).toBeNull()
  })

  it.runIf(canSignTogether)(
    'raise as OpenSSL does where a number of the key begins with zeros',
    async () => {
      const short = Array.from({ length: 1000 }, () => 0).reduce<string | null>((found) => {
        if (found) return found
        const key = pem(1024)
        const { dp, dq, qi } = createPrivateKey(key).export({ format: 'jwk' })
        return [dp, dq, qi].some((number) => Buffer.from(number ?? '', 'base64url').length < 64) ? key : null
      }, null)
      const lanes = short ? await openRsaLanes(short) : null
      if (!lanes || !short) throw new Error('no lanes')
      for (const block of lanes.blocks) block.set([0, ...randomBytes(block.length - 1)])
      expect(lanes.sign()).toBe(true)
      for (const [n, block] of lanes.blocks.entries())
        expect(lanes.signatures[n]).toEqual(privateEncrypt({ key: short, padding: constants.RSA_NO_PADDING }, block))
    },
    30_000,
  )

  it.runIf(canSignTogether).each([1024, 2048, 3072, 4096])(
    'raise as OpenSSL does with a key of %d bits, and back again, also when memory is tidied meanwhile',
    async (bits) => {
      const key = pem(bits)
      const lanes = await openRsaLanes(key)
      if (!lanes) throw new Error('no lanes')
      for (let round = 0; round < 20; round += 1) {
        for (const block of lanes.blocks) block.set([0, ...randomBytes(block.length - 1)])
        const litter = Array.from({ length: 50 }, () => new Uint8Array(1 << 16))
        expect([lanes.sign(), litter.length]).toEqual([true, 50])
        const raised = lanes.blocks.map((block) => privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, block))
        expect(lanes.signatures.map((signature) => signature.toString('hex'))).toEqual(
          raised.map((number) => number.toString('hex')),
        )
        expect(lanes.checks.map((check, n) => lanes.blocks[n]?.equals(check))).toEqual(new Array(8).fill(true))
      }
    },
  )
})
