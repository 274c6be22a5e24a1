import { describe, expect, test } from 'vitest'
import type { AuditSample, Finding } from '../../sample/audit-sample.ts'
import type { ContractStores, OpenContractStores } from './contract-stores.ts'
import { PERIOD } from './stored-closing.ts'

const by = { id: 'auditor-1', name: 'Shen' }
const finding: Finding = { result: 'agrees', note: '', documents: [], by, at: 60 }
const frame = { period: PERIOD, figure: 'partner-audit', side: 'denominator', keys: ['sunline', 'vela'] } as const

const drawn = (key: string) => ({ key, label: key, places: [{ register: 'partners', key }], salt: '01' })
const sampleOf = (id: string, drawnAt = 50): AuditSample => ({
  ...{ id, period: PERIOD, figure: 'partner-audit', side: 'denominator', seed: '0a', frameDigest: 'ab', frameSize: 2 },
  ...{ total: { numerator: 1, denominator: 2 }, published: null, drawnAt, drawnBy: by, sealed: null },
  rows: ['vela', 'sunline'].map((key, index) => ({ number: index + 1, drawn: drawn(key), finding: null, revision: 0 })),
})

const sealOf = (number: number) => ({ number, statement: '{}', head: `head ${number}`, at: 70, by })

async function read({ samples }: ContractStores, id: string): Promise<AuditSample> {
  const auditSample = await samples.find(id)
  if (!auditSample) throw new Error(`no sample ${id}`)
  return auditSample
}

/** The behavior that every storage of audit samples has. */
export function sampleStoreContract(engine: string, open: OpenContractStores): void {
  const oneSample = async () => {
    const stores = await open()
    await stores.samples.add(sampleOf('sample-1'), frame)
    const record = (number: number, seen = 0) => stores.samples.record('sample-1', { number, seen, finding })
    return { ...stores, record }
  }

  describe(`audit samples in ${engine}`, () => {
    test('a sample is stored as it was drawn, with its frame', async () => {
      const { samples } = await oneSample()
      expect([await samples.find('sample-1'), await samples.frame('sample-1')]).toEqual([sampleOf('sample-1'), frame])
      expect([await samples.find('none'), await samples.frame('none')]).toEqual([null, null])
    })

    test('the samples of a half-year are listed newest first', async () => {
      const { samples } = await oneSample()
      for (const [id, at] of [
        ['sample-3', 51],
        ['sample-2', 51],
      ] as const)
        await samples.add(sampleOf(id, at), frame)
      expect((await samples.list(PERIOD)).map(({ id }) => id)).toEqual(['sample-2', 'sample-3', 'sample-1'])
      expect(await samples.list('2025-H1')).toEqual([])
    })

    test('a result is recorded on the revision that the auditor saw', async () => {
      const stores = await oneSample()
      expect([await stores.record(1), await stores.record(1), await stores.record(1, 1)]).toEqual([true, false, true])
      expect([await stores.record(3), await stores.samples.record('none', { number: 1, seen: 0, finding })]).toEqual([
        false,
        false,
      ])
      expect((await read(stores, 'sample-1')).rows).toMatchObject([{ revision: 2, finding }, { revision: 0 }])
    })

    test('a sample is sealed once, if no result was recorded since it was read', async () => {
      const stores = await oneSample()
      await stores.record(1)
      const before = await read(stores, 'sample-1')
      await stores.record(2)
      expect(await stores.samples.seal(before, sealOf(1))).toBe(false)
      const after = await read(stores, 'sample-1')
      expect(await stores.samples.seal(after, sealOf(1))).toBe(true)
      expect(await stores.samples.seal(after, sealOf(2))).toBe(false)
      expect((await read(stores, 'sample-1')).sealed).toEqual(sealOf(1))
      expect(await stores.record(1, 1)).toBe(false)
    })

    test('sealed samples are numbered without gaps, each after the head of the one before', async () => {
      const stores = await oneSample()
      const { samples } = stores
      await samples.add(sampleOf('sample-2'), frame)
      expect(await samples.heads()).toEqual({ number: 0, head: '', chainHead: '' })
      expect(await samples.seal(await read(stores, 'sample-1'), sealOf(2))).toBe(false)
      await samples.seal(await read(stores, 'sample-1'), sealOf(1))
      expect(await samples.heads()).toEqual({ number: 1, head: 'head 1', chainHead: '' })
      expect(await samples.seal(await read(stores, 'sample-2'), sealOf(1))).toBe(false)
      expect(await samples.seal(await read(stores, 'sample-2'), sealOf(2))).toBe(true)
    })
  })
}
