import { openTestDatabase } from '@wayproof/database/testing/engines'
import type { PolicyCheck } from '@wayproof/evidence/registers/policies/policy-check'
import type { PolicySurface } from '@wayproof/evidence/registers/policies/policy-surface'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { expect, it } from 'vitest'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

const surface = (id: string, more: Partial<PolicySurface> = {}): PolicySurface => {
  const fixed = { url: null, collectsPersonalData: true, activeFrom: '2024-01-01', activeTo: null }
  return { id, name: id, kind: 'app', languages: ['en', 'zh-CN'], ...fixed, ...more }
}
const check = (surfaceId: string, more: Partial<PolicyCheck> = {}): PolicyCheck => {
  const seen = { version: '3', publishedOn: '2026-02-03', checkedOn: '2026-03-25' }
  return { surfaceId, languages: ['en', 'zh-CN'], ...seen, ...more }
}

async function facts(surfaces: readonly PolicySurface[], checks: readonly PolicyCheck[]) {
  const database = await openTestDatabase()
  await saveRegister(database, 'policy-versions', [
    { version: '2', approvedOn: '2025-01-01', effectiveOn: null },
    { version: '3', approvedOn: '2026-02-01', effectiveOn: null },
    { version: '4', approvedOn: '2026-05-01', effectiveOn: null },
  ])
  await saveRegister(database, 'policy-surfaces', surfaces)
  await saveRegister(database, 'policy-checks', checks)
  await saveRegister(database, 'bookings', [
    { month: '2026-03', channel: 'b', count: 60 },
    { month: '2026-03', channel: 'branch', count: 40 },
    { month: '2025-03', channel: 'a', count: 1000 },
  ])
  return factSource(database, { timeZone: 'Asia/Shanghai', rules: RULES }).forHalfYear('2026-H1')
}

it('counts each surface once, with a reason for each missing one', async () => {
  const source = await facts(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => surface(id)),
    [
      check('a'),
      check('b', { version: '2' }),
      check('c', { languages: ['en'] }),
      check('d', { checkedOn: '2026-02-28' }),
      // The last check counts: it found the old version again.
      check('e', { checkedOn: '2026-03-20' }),
      check('e', { version: '2', checkedOn: '2026-03-21' }),
    ],
  )
  expect(await source.publication('2026-03-31')).toMatchObject({
    inScope: 6,
    published: 1,
    stale: 1,
    version: '3',
    lastLookOn: '2026-03-25',
  })
  const rows = await source.missingSurfaces('2026-03-31')
  expect(rows.map(({ key, why, detail }) => [key, why, detail])).toEqual([
    ['b', 'old-version', '2'],
    ['c', 'language-missing', '3'],
    ['d', 'not-verified', '2026-02-28'],
    ['e', 'old-version', '2'],
    ['f', 'not-published', null],
  ])
})

it('counts a check for thirty days', async () => {
  const source = await facts([surface('a')], [check('a', { checkedOn: '2026-03-01' })])
  expect(await source.publication('2026-03-31')).toMatchObject({ published: 1, stale: 0 })
  expect(await source.publication('2026-04-01')).toMatchObject({ published: 0, stale: 1 })
})

it('counts the previous version for fourteen days after the approval of the next', async () => {
  const old = check('a', { version: '2', publishedOn: '2025-01-02', checkedOn: '2026-02-10' })
  const source = await facts([surface('a')], [old])
  expect(await source.publication('2026-02-15')).toMatchObject({ published: 1, version: '3' })
  expect(await source.publication('2026-02-16')).toMatchObject({ published: 0 })
})

it('always counts the website, and other surfaces while they are live and collect personal data', async () => {
  const none = { collectsPersonalData: false }
  const gone = { activeTo: '2026-03-31' }
  const surfaces = [surface('site', { kind: 'website', ...none }), surface('brochure', none), surface('old', gone)]
  const source = await facts([...surfaces, surface('soon', { activeFrom: '2026-04-01' })], [])
  expect(await source.publication('2026-03-31')).toMatchObject({ inScope: 1 })
  expect(await source.publication('2026-03-30')).toMatchObject({ inScope: 2 })
})

it('finds the busiest missing surface by its id or kind in the bookings of the last 12 months', async () => {
  const surfaces = [surface('a'), surface('b'), surface('branch 1', { kind: 'branch' })]
  const source = await facts(surfaces, [check('a'), check('b')])
  expect(await source.publication('2026-03-31')).toMatchObject({ busiestMissing: { numerator: 40, denominator: 100 } })
})
