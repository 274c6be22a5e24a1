import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { importRegister } from '@wayproof/evidence/import-register'
import { addPolicyText } from '@wayproof/evidence/policy-watch/add-text'
import { planSurfaceCheck } from '@wayproof/evidence/policy-watch/plan-checks'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import type { RegisterId } from '@wayproof/evidence/register'
import { systemIds } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, it, onTestFinished } from 'vitest'
import { threadComparison } from '../src/bind-ports.ts'
import { checkPages, planPageChecks } from '../src/policy-pages/check-pages.ts'
import { pageFetcher } from '../src/policy-pages/fetch-page.ts'
import { noPages, openCompany, setClock, sleep, timeZone } from './company.ts'

const ZH = [
  '隐私政策',
  ...Array.from({ length: 20 }, (_, i) => `第${i + 1}条 我们只收集预订所必需的信息，并在三年后删除。`),
].join('\n')
const EN = ['Privacy policy', ...Array.from({ length: 9 }, (_, i) => `${i + 1}. We keep what a booking needs.`)].join(
  '\n',
)
const page = (text: string) =>
  `<!doctype html><title>x</title>${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}`

const comparePage = threadComparison(() => new AbortController().signal)

/** A company with one surface in two languages whose pages are on a loopback server. */
async function watching() {
  const clock = setClock('2026-03-02T05:00:00+08:00')
  const company = await openCompany(clock)
  const pages: Record<string, { status?: number; type?: string; body: string | Buffer }> = {}
  const requestedPaths: string[] = []
  const server = createServer((request, response) => {
    requestedPaths.push(request.url ?? '')
    const { status = 200, type = 'text/html; charset=utf-8', body = '' } = pages[request.url ?? ''] ?? {}
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const origin = `http://policy.test:${(server.address() as AddressInfo).port}`
  const { store } = company
  const files: readonly (readonly [RegisterId, string])[] = [
    ['policy-versions', 'version,approvedOn,effectiveOn\n7,2026-01-01,\n'],
    [
      'policy-surfaces',
      'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo\n' +
        `web,Website,website,${origin}/zh,en|zh-CN,yes,2020-01-01,\nshop,Shop,branch,,zh-CN,yes,2020-01-01,\n`,
    ],
    ['policy-pages', `surfaceId,language,url\nweb,en,${origin}/en\n`],
  ]
  const importFile = async (register: RegisterId, text: string) => {
    const source = (async function* () {
      yield new TextEncoder().encode(text)
    })()
    const profile = defaultProfile(register)
    const command = { register, profile, source, fileName: `${register}.csv`, by: 'test', dryRun: false }
    const imported = await importRegister({ evidence: store.evidence, clock, ids: systemIds, timeZone }, command)
    if (!imported.ok) throw new Error(JSON.stringify(imported.fault))
  }
  for (const [register, text] of files) await importFile(register, text)
  const policyTerms = { graceDays: 14, checkDays: 30 }
  const policyPorts = { policies: store.policies, clock, ids: systemIds, timeZone, policyTerms }
  for (const [language, text] of [
    ['zh-CN', ZH],
    ['en', EN],
  ] as const) {
    const addition = await addPolicyText(policyPorts, { version: '7', language, text, by: 'Lin' })
    if (!addition.ok) throw new Error(addition.fault.code)
  }
  const localNetwork = { resolve: async () => ['127.0.0.1'], mayConnect: () => true, mayUsePort: () => true }
  const fetchPage = pageFetcher(localNetwork, () => new AbortController().signal)
  const ports = { store, clock, ids: systemIds, timeZone, rules: RULES, fetchPage, comparePage, log: () => undefined }
  const facts = (asOf: string) =>
    store
      .facts(RULES)
      .forHalfYear('2026-H1')
      .then((counts) => counts.publication(asOf))
  const ask = (surfaceId: string) => planSurfaceCheck(policyPorts, { surfaceId })
  const proofs = () =>
    company.database.rows<{ readonly language: string; readonly outcome: string }>(
      'SELECT language, outcome, version, checked_on FROM policy_proof ORDER BY at, language',
    )
  return { ...company, clock, pages, requestedPaths, ports, importFile, facts, ask, proofs, policyPorts, fetchPage }
}

it('finds the version in each language once a day, and the goal counts it', async () => {
  const { pages, requestedPaths, ports, facts, proofs, clock, store, openSecondStore } = await watching()
  pages['/zh'] = { body: page(ZH) }
  pages['/en'] = { body: page(EN) }
  await planPageChecks(ports)
  const otherPorts = { ...ports, store: await openSecondStore() }
  await Promise.all([checkPages(ports), checkPages(otherPorts)])
  expect(requestedPaths.toSorted()).toEqual(['/en', '/zh'])
  await Promise.all([planPageChecks(ports), planPageChecks(otherPorts)])
  await checkPages(ports)
  expect(requestedPaths).toHaveLength(2)
  expect(await proofs()).toEqual([
    { language: 'en', outcome: 'found', version: '7', checked_on: '2026-03-02' },
    { language: 'zh-CN', outcome: 'found', version: '7', checked_on: '2026-03-02' },
  ])
  expect(await facts('2026-03-02')).toMatchObject({ inScope: 2, published: 1 })
  expect(await facts('2026-04-01')).toMatchObject({ published: 1 })
  expect(await facts('2026-04-02')).toMatchObject({ published: 0, stale: 1 })
  const [proof] = await store.policies.proofs('web', 'en', 1)
  expect(proof).toMatchObject({ kept: true, connectedTo: '127.0.0.1', status: 200 })
  expect(Buffer.from((await store.policies.bytes(proof?.digest ?? '')) ?? []).toString()).toBe(page(EN))
  clock.set('2026-03-03T05:00:00+08:00')
  await planPageChecks(ports)
  await checkPages(ports)
  expect(requestedPaths).toHaveLength(4)
})

it('finds on the same day that a page shows another text, and that it is fixed', async () => {
  const { pages, ports, facts, ask, clock, store } = await watching()
  pages['/zh'] = { body: page(ZH) }
  pages['/en'] = { body: page(EN.replace('3. We keep what', '3. We sell what')) }
  await planPageChecks(ports)
  await checkPages(ports)
  expect(await facts('2026-03-02')).toMatchObject({ published: 0 })
  const missingSurfaces = await (await store.facts(RULES).forHalfYear('2026-H1')).missingSurfaces('2026-03-02')
  expect(missingSurfaces.map(({ key, why, detail }) => [key, why, detail])).toEqual([
    ['shop', 'not-published', null],
    ['web', 'other-text', null],
  ])
  const [proof] = await store.policies.proofs('web', 'en', 1)
  expect(proof?.nearest).toMatchObject({ version: '7', lacks: '3. We keep what a booking needs.' })
  pages['/en'] = { body: page(EN) }
  clock.set(clock.now() + 60_000)
  expect(await ask('web')).toEqual({ ok: true, value: { pages: 2 } })
  await checkPages(ports)
  expect(await facts('2026-03-02')).toMatchObject({ published: 1 })
})

it('reads a page in GB18030 that declares UTF-8', async () => {
  const { pages, ports, proofs, policyPorts } = await watching()
  const text = '隐私政策'.repeat(40)
  expect(await addPolicyText(policyPorts, { version: '7', language: 'zh-CN', text, by: 'Lin' })).toMatchObject({
    ok: true,
  })
  pages['/zh'] = { body: Buffer.concat([Buffer.from('<p>'), Buffer.from('d2fecbbdd5feb2df'.repeat(40), 'hex')]) }
  await planPageChecks(ports)
  await checkPages(ports)
  expect(await proofs()).toContainEqual({ language: 'zh-CN', outcome: 'found', version: '7', checked_on: '2026-03-02' })
})

it('leaves what it cannot read to a person: nothing counts, and earlier findings stay', async () => {
  const { pages, ports, facts, importFile, ask, clock, proofs } = await watching()
  await importFile(
    'policy-checks',
    'surfaceId,languages,version,publishedOn,checkedOn\nweb,en|zh-CN,7,2026-02-01,2026-03-01\n',
  )
  pages['/zh'] = { type: 'application/pdf', body: '%PDF' }
  pages['/en'] = { status: 403, body: 'no robots' }
  await planPageChecks(ports)
  await checkPages(ports)
  const outcomes = (await proofs()).map(({ outcome }) => outcome)
  expect(outcomes.toSorted()).toEqual(['bad-status', 'not-html'])
  expect(await facts('2026-03-02')).toMatchObject({ published: 1 })
  // The page monitor's later check overrides what a person saw before.
  pages['/en'] = { body: page('Our history. '.repeat(60)) }
  clock.set('2026-03-03T05:00:00+08:00')
  await planPageChecks(ports)
  await checkPages(ports)
  expect(await facts('2026-03-03')).toMatchObject({ published: 0 })
  expect(await facts('2026-03-02')).toMatchObject({ published: 1 })
  expect(await ask('shop')).toEqual({ ok: false, fault: { code: 'nothing-to-fetch' } })
  expect(await ask('nowhere')).toEqual({ ok: false, fault: { code: 'surface-unknown' } })
})

it('takes over a page from a scheduler that was killed, and keeps one proof', async () => {
  const { pages, ports, proofs, clock, store, fetchPage } = await watching()
  pages['/zh'] = { body: page(ZH) }
  pages['/en'] = { body: page(EN) }
  await planPageChecks(ports)
  // The other loops claim when the first has long failed.
  let claims = 0
  const claim: typeof store.policies.claim = async (...times) => {
    claims += 1
    if (claims > 1) await sleep(500)
    return store.policies.claim(...times)
  }
  const hung = { ...ports, store: { ...store, policies: { ...store.policies, claim } }, fetchPage: noPages }
  await expect(checkPages(hung)).rejects.toThrow('nobody reads')
  await checkPages(ports)
  expect(await proofs()).toEqual([])
  clock.set(clock.now() + 61_000)
  const lateClaim = await store.policies.claim(clock.now(), clock.now() + 1000)
  clock.set(clock.now() + 2000)
  await checkPages({ ...ports, fetchPage })
  expect(await proofs()).toHaveLength(2)
  const [proof] = await store.policies.proofs('web', 'en', 1)
  if (!lateClaim || !proof) throw new Error('no claim')
  expect(await store.policies.saveProof(lateClaim, { ...proof, id: systemIds.next() }, null)).toBe(false)
  expect(await proofs()).toHaveLength(2)
})
