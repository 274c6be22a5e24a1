import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PageProof } from '../../policy-watch/page-proof.ts'
import type { ClaimedPage, PolicyWatchStore } from '../../policy-watch/ports.ts'

const english = { surfaceId: 'web', language: 'en', url: 'https://x.example/' }
const chinese = { surfaceId: 'web', language: 'zh-CN', url: 'https://x.example/zh' }
const LEASE = 100

const proofOf = (claim: ClaimedPage, at: number, change: Partial<PageProof> = {}): PageProof => ({
  ...{ id: `proof-${at}`, surfaceId: claim.surfaceId, language: claim.language, url: claim.url, at },
  ...{ checkedOn: '2026-02-10', outcome: 'found', connectedTo: '1.1.1.1', status: 200, contentType: 'text/html' },
  ...{ redirectedTo: null, size: null, digest: null, version: null, nearest: null, ...change },
})

/**
 * The behavior that every storage of policy pages has. The storage under test has a website in English and Chinese,
 * version 6, approved on 1 January 2025, and version 7, approved on 1 January and in force from 1 February 2026.
 */
export function policyWatchStoreContract(engine: string, open: () => Promise<PolicyWatchStore>): void {
  const claimed = async (policies: PolicyWatchStore, now: number) => {
    const claim = await policies.claim(now, now + LEASE)
    if (!claim) throw new Error('no page waits')
    return claim
  }
  /** Saves a proof of the English page. */
  const prove = async (policies: PolicyWatchStore, at: number, change: Partial<PageProof>) => {
    await policies.plan([english], at)
    const claim = await claimed(policies, at)
    const proof = proofOf(claim, at, change)
    expect(await policies.saveProof(claim, proof, null)).toBe(true)
    return proof
  }
  const add = (policies: PolicyWatchStore, version: string, text: string, language = 'en') =>
    policies.addText({ version, language, text, at: 1_000, by: 'Lin' })

  describe(`policy pages in ${engine}`, () => {
    test('the page that has waited longest is claimed, and a queued page keeps its place', async () => {
      const policies = await open()
      expect(await policies.claim(1, 1 + LEASE)).toBeNull()
      await policies.plan([chinese], 1)
      await policies.plan([english], 2)
      await policies.plan([{ ...chinese, url: 'https://x.example/new' }], 3)
      expect(await policies.claim(4, 4 + LEASE)).toMatchObject({ language: 'zh-CN', url: 'https://x.example/new' })
      expect(await policies.claim(4, 4 + LEASE)).toMatchObject(english)
      expect(await policies.claim(4, 4 + LEASE)).toBeNull()
    })

    test('a page is claimed again after its lease, and only the last claim saves a proof', async () => {
      const policies = await open()
      await policies.plan([english], 1)
      const first = await claimed(policies, 1)
      expect(await policies.claim(1 + LEASE, 1 + 2 * LEASE)).toBeNull()
      const second = await claimed(policies, 2 + LEASE)
      expect(await policies.saveProof(first, proofOf(first, 5), null)).toBe(false)
      expect(await policies.saveProof(second, proofOf(second, 6), null)).toBe(true)
      expect((await policies.proofs('web', 'en', 10)).map(({ id }) => id)).toEqual(['proof-6'])
      expect(await policies.claim(1_000, 1_000 + LEASE)).toBeNull()
    })

    test('a proof is read with the bytes of its page; proofs are listed newest first', async () => {
      const policies = await open()
      const bytes = new Uint8Array(Buffer.from('<p>the page'))
      const digest = createHash('sha256').update(bytes).digest('hex')
      await policies.plan([english], 1)
      const claim = await claimed(policies, 1)
      const proof = proofOf(claim, 1, { version: '6', digest, size: bytes.length })
      await policies.saveProof(claim, proof, bytes)
      const later = await prove(policies, 2, { outcome: 'unreachable' })
      const listed = [
        { ...later, kept: false },
        { ...proof, kept: true },
      ]
      expect(await policies.proofs('web', 'en', 10)).toEqual(listed)
      expect(await policies.proofs('web', 'en', 1)).toEqual(listed.slice(0, 1))
      expect(await policies.proofs('web', 'zh-CN', 10)).toEqual([])
      expect(Buffer.from((await policies.bytes(digest)) ?? []).equals(bytes)).toBe(true)
      expect(await policies.bytes('0'.repeat(64))).toBeNull()
    })

    test('a page shows its last proof of the day or before, and whether it waits', async () => {
      const policies = await open()
      const englishPage = async (asOf: string) => {
        const pages = await policies.pages(asOf, { graceDays: 14, checkDays: 30 })
        return pages.find(({ language }) => language === 'en')
      }
      const proof = await prove(policies, 1, { version: '7' })
      expect(await englishPage('2026-02-10')).toMatchObject({ surfaceId: 'web', waiting: false, proof })
      expect(await englishPage('2026-02-09')).toMatchObject({ proof: null })
      await policies.plan([english], 2)
      expect(await englishPage('2026-02-10')).toMatchObject({ waiting: true })
    })

    test('the text in force comes first, then later and earlier ones; a version counts from its approval', async () => {
      const policies = await open()
      for (const version of ['6', '7']) await add(policies, version, `text ${version}`)
      const versionsOn = async (asOf: string) => (await policies.texts('en', asOf)).map(({ version }) => version)
      expect(await versionsOn('2025-12-31')).toEqual(['6'])
      expect(await versionsOn('2026-01-31')).toEqual(['6', '7'])
      expect(await versionsOn('2026-02-01')).toEqual(['7', '6'])
      expect(await policies.texts('zh-CN', '2026-02-01')).toEqual([])
    })

    test('a text is replaced until a page was found to show it', async () => {
      const policies = await open()
      expect(await add(policies, '9', 'text')).toBe('version-unknown')
      expect(await add(policies, '7', 'typo')).toBe('added')
      expect(await add(policies, '7', 'text')).toBe('added')
      expect([await policies.text('7', 'en'), await policies.text('7', 'zh-CN')]).toEqual(['text', null])
      await prove(policies, 1, { version: '7' })
      expect(await add(policies, '7', 'changed')).toBe('text-proven')
      expect(await add(policies, '7', 'text')).toBe('added')
      expect(await add(policies, '7', '文本', 'zh-CN')).toBe('added')
      expect(await policies.versions()).toMatchObject([
        {
          ...{ version: '7', approvedOn: '2026-01-01', inForceOn: '2026-02-01' },
          texts: [
            { language: 'en', addedBy: 'Lin', addedAt: 1_000, proven: true },
            { language: 'zh-CN', proven: false },
          ],
        },
        { version: '6', approvedOn: '2025-01-01', inForceOn: '2025-01-01', texts: [] },
      ])
    })
  })
}
