import { createHash, randomUUID } from 'node:crypto'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { expect, it } from 'vitest'
import { policyWatchStoreContract } from '../testing/contracts/policy-watch-store-contract.ts'
import { saveRegister } from '../testing/save-register.ts'
import { addPolicyText } from './add-text.ts'
import type { PageProof } from './page-proof.ts'
import { policyWatchStore } from './policy-watch-store.ts'

const terms = { graceDays: 14, checkDays: 30 }
const clock = { now: () => 1_000 }
const TEXT = 'We keep what a booking needs and delete it after three years. '.repeat(3)

// The same suite runs on the in-memory store of packages/evidence.
policyWatchStoreContract('the database', async () => (await filled()).policies)

async function filled() {
  const database = await openTestDatabase()
  await saveRegister(database, 'policy-versions', [
    { version: '6', approvedOn: '2025-01-01', effectiveOn: null },
    { version: '7', approvedOn: '2026-01-01', effectiveOn: '2026-02-01' },
  ])
  await saveRegister(database, 'policy-surfaces', [
    {
      ...{ id: 'web', name: 'Website', kind: 'website', url: 'https://x.example/', languages: ['en', 'zh-CN'] },
      ...{ collectsPersonalData: true, activeFrom: '2020-01-01', activeTo: null },
    },
  ])
  const policies = policyWatchStore(database, { timeZone: 'Asia/Shanghai' })
  const add = (version: string, language: string, text = TEXT) =>
    addPolicyText({ policies, clock }, { version, language, text, by: 'Lin' })
  let at = 0
  const prove = async (more: Partial<PageProof>, body: string | null = null) => {
    at += 1
    await policies.plan([{ surfaceId: 'web', language: 'en', url: 'https://x.example/' }], at)
    const claim = await policies.claim(at, at + 10)
    if (!claim) throw new Error('no claim')
    const bytes = body === null ? null : Buffer.from(body)
    const digest = bytes ? createHash('sha256').update(bytes).digest('hex') : null
    const proof: PageProof = {
      ...{ id: randomUUID(), surfaceId: 'web', language: 'en', url: claim.url, at, checkedOn: '2026-02-10' },
      ...{ outcome: 'found', connectedTo: '1.1.1.1', status: 200, contentType: 'text/html', redirectedTo: null },
      ...{ size: bytes?.length ?? null, digest, version: null, nearest: null, ...more },
    }
    expect(await policies.saveProof(claim, proof, bytes)).toBe(true)
    return proof
  }
  return { database, policies, add, prove }
}

it('lists each live page with its address, whether a text exists for comparison, and the last check', async () => {
  const { database, policies, add, prove } = await filled()
  await saveRegister(database, 'policy-pages', [{ surfaceId: 'web', language: 'zh-CN', url: null }])
  await add('7', 'en')
  const proof = await prove({ version: '7' })
  const [en, zh] = await policies.pages('2026-02-10', terms)
  expect(en).toMatchObject({ language: 'en', url: 'https://x.example/', comparable: true, waiting: false, proof })
  expect(en?.look).toEqual({ checkedOn: '2026-02-10', version: '7', accepted: true })
  expect(zh).toMatchObject({ language: 'zh-CN', url: null, comparable: false, look: null, proof: null })
  // On the day before, the proof did not exist.
  expect((await policies.pages('2026-02-09', terms))[0]).toMatchObject({ look: null, proof: null })
})

it('accepts a version that a page shows before it is in force, and the previous one during its grace period', async () => {
  const { policies, add, prove } = await filled()
  await add('6', 'en', `${TEXT} Version six.`)
  await add('7', 'en')
  await prove({ version: '7', checkedOn: '2026-01-20' })
  expect((await policies.pages('2026-01-20', terms))[0]?.look).toMatchObject({ accepted: true })
  await prove({ version: '6', checkedOn: '2026-02-15' })
  expect((await policies.pages('2026-02-15', terms))[0]?.look).toMatchObject({ accepted: true })
  expect((await policies.pages('2026-02-16', terms))[0]?.look).toMatchObject({ accepted: false })
})

it('keeps every proof, and the bytes of the latest ones and of the first one of each version', async () => {
  const { database, policies, prove } = await filled()
  const bodies = Array.from({ length: 12 }, (_, i) => `<p>nonce ${i}`)
  const proofs: PageProof[] = []
  for (const [i, body] of bodies.entries())
    proofs.push(await prove({ version: i < 3 ? '6' : '7', checkedOn: addDays('2026-02-10', i) }, body))
  const kept = await policies.proofs('web', 'en', 50)
  expect(kept.map((proof) => (proof.kept ? 1 : 0)).toReversed()).toEqual([1, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1])
  expect(await database.query.get('SELECT count(*) AS n FROM policy_bytes')).toEqual({ n: 9 })
  expect(Buffer.from((await policies.bytes(proofs[0]?.digest ?? '')) ?? []).toString()).toBe(bodies[0])
  expect(await policies.bytes(proofs[1]?.digest ?? '')).toBeNull()
  // Bytes of a deleted older proof stay if a newer proof has the same bytes.
  for (let i = 0; i < 9; i += 1) await prove({ version: '7', checkedOn: '2026-03-01' }, 'the same')
  expect(await database.query.get('SELECT count(*) AS n FROM policy_bytes')).toEqual({ n: 3 })
})
