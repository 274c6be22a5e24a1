import { createHash } from 'node:crypto'
import { importRegister } from '@wayproof/evidence/import-register'
import { checkPage } from '@wayproof/evidence/policy-watch/check-page'
import { comparePage } from '@wayproof/evidence/policy-watch/compare-page'
import type { Fetched } from '@wayproof/evidence/policy-watch/ports'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import type { RegisterId } from '@wayproof/evidence/register'
import { expect, test } from 'vitest'
import { approveAll } from '../testing/approve-all.ts'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { policyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const SEVEN = Array.from({ length: 12 }, (_, i) => `${i + 1}. We keep only what a booking needs.`).join('\n')
const EIGHT = SEVEN.replace('3. We keep only', '3. We keep and delete after a year')

async function officerWithPages() {
  const opened = await openApp()
  const { services } = opened
  const upload = async (register: RegisterId, text: string) => {
    const source = (async function* () {
      yield new TextEncoder().encode(text)
    })()
    const command = { register, profile: defaultProfile(register), source, fileName: 'x.csv', by: 'x', dryRun: false }
    expect(await importRegister({ ...services, evidence: services.store.evidence }, command)).toMatchObject({
      ok: true,
    })
  }
  await upload('policy-versions', 'version,approvedOn,effectiveOn\n7,2026-01-01,\n8,2026-06-01,2026-08-01\n')
  await upload(
    'policy-surfaces',
    'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo\n' +
      'web,Website,website,https://x.example/p,en,yes,2020-01-01,\nshop,Shop,branch,,en,yes,2020-01-01,\n',
  )
  const officer = await opened.join('officer')
  const executive = await opened.join('executive')
  const callerAs = (person: typeof officer.person) =>
    appRouter.createCaller(createContextInner(services, { user: person }))
  const deputy = callerAs((await opened.join('officer', 'deputy@x.example')).person)
  /** Acts as the scheduler, with an invented page. */
  const read = async (body: string) => {
    const bytes = Buffer.from(body)
    const page = { bytes, digest: createHash('sha256').update(bytes).digest('hex') }
    const plainResponse = {
      connectedTo: '1.1.1.1',
      status: 200,
      contentType: 'text/plain',
      redirectedTo: null,
      fault: null,
    }
    return checkPage({
      ...(await policyPorts(services)),
      fetchPage: async (): Promise<Fetched> => ({ ...plainResponse, page }),
      comparePage: async (fetched, texts) => comparePage(fetched, texts),
    })
  }
  return {
    ...opened,
    deputy,
    officer: callerAs(officer.person),
    executive: callerAs(executive.person),
    executiveCookie: executive.cookie,
    read,
  }
}

test('an officer adds the approved text and has a page checked at once, and everyone sees the result', async () => {
  const { officer, deputy, executive, read } = await officerWithPages()
  await expect(officer.policy.check({ surfaceId: 'web' })).rejects.toThrow('nothing-to-fetch')
  await officer.policy.addText({ version: '7', language: 'en', text: SEVEN })
  await officer.policy.addText({ version: '8', language: 'en', text: EIGHT })
  await approveAll(deputy)
  expect(await officer.policy.check({ surfaceId: 'web' })).toEqual({ pages: 1 })
  expect(
    (await executive.policy.pages()).pages.map(({ surfaceId, status, waiting }) => [surfaceId, status, waiting]),
  ).toEqual([
    ['shop', 'never-seen', false],
    ['web', 'never-seen', true],
  ])
  expect(await read(`Home\n${SEVEN}`)).toMatchObject({ outcome: 'found' })
  expect(await read('')).toBeNull()
  const { pages, checkDays } = await executive.policy.pages()
  expect(checkDays).toBe(30)
  expect(pages).toMatchObject([
    { surfaceId: 'shop', manual: { because: 'no-address', by: '2026-07-01' }, nextOn: null },
    { surfaceId: 'web', status: 'in-order', manual: null, nextOn: '2026-07-02', look: { version: '7' } },
  ])
  const [proof] = await executive.policy.proofs({ surfaceId: 'web', language: 'en' })
  expect(proof).toMatchObject({ outcome: 'found', version: '7', url: 'https://x.example/p', connectedTo: '1.1.1.1' })
  await officer.policy.addText({ version: '7', language: 'en', text: EIGHT })
  await expect(approveAll(deputy)).rejects.toThrow('text-proven')
})

test('changes between two versions are shown line by line', async () => {
  const { officer, deputy, executive } = await officerWithPages()
  const comparison = { language: 'en', before: '7', after: '8' }
  await expect(executive.policy.difference(comparison)).rejects.toThrow('policy-text-unknown')
  await officer.policy.addText({ version: '7', language: 'en', text: SEVEN })
  await officer.policy.addText({ version: '8', language: 'en', text: EIGHT })
  await approveAll(deputy)
  const lines = await executive.policy.difference(comparison)
  expect(lines.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text])).toEqual([
    ['removed', '3. We keep only what a booking needs.'],
    ['added', '3. We keep and delete after a year what a booking needs.'],
  ])
})

test('a signed-in user downloads the bytes of a page as a file that browsers do not display', async () => {
  const { officer, deputy, read, send, executiveCookie } = await officerWithPages()
  await officer.policy.addText({ version: '7', language: 'en', text: SEVEN })
  await approveAll(deputy)
  await officer.policy.check({ surfaceId: 'web' })
  await read(`<script>alert(1)</script>${SEVEN}`)
  const [proof] = await officer.policy.proofs({ surfaceId: 'web', language: 'en' })
  const path = `/policy-bytes/${proof?.digest}`
  expect((await send(path)).status).toBe(401)
  const answer = await send(path, { headers: { cookie: executiveCookie } })
  expect(await answer.text()).toContain('<script>')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const otherResponse = await send(`/policy-bytes/${'0'.repeat(64)}`, { headers: { cookie: executiveCookie } })
  expect(otherResponse.status).toBe(404)
  expect((await send('/policy-bytes/..%2f', { headers: { cookie: executiveCookie } })).status).toBe(404)
})
