import { expect, it } from 'vitest'
import type { PageProof } from './page-proof.ts'
import { manualCheck, pageStatus, type WatchedPage } from './watched-page.ts'

const page = (more: Partial<WatchedPage> = {}): WatchedPage => ({
  ...{ surfaceId: 'web', surface: 'Website', kind: 'website', language: 'en', url: 'https://x.example/' },
  ...{ comparable: true, look: null, proof: null, waiting: false, ...more },
})
const look = (checkedOn: string, accepted = true) => ({ checkedOn, version: '7', accepted })
const proof = (outcome: PageProof['outcome']) => ({ outcome }) as PageProof

it.each([
  [null, 'never-seen'],
  [look('2026-03-01'), 'in-order'],
  [look('2026-02-28'), 'stale'],
  [look('2026-03-30', false), 'old-version'],
  [{ checkedOn: '2026-03-30', version: null, accepted: false }, 'other-text'],
] as const)('after the look %j a page is %s', (seen, status) => {
  expect(pageStatus(page({ look: seen }), '2026-03-31', 30)).toBe(status)
})

it('asks for a manual check of a page that cannot be fetched, by the day its last check expires', () => {
  const asked = (more: Partial<WatchedPage>) => manualCheck(page(more), '2026-03-31', 30)
  expect(asked({ proof: proof('found') })).toBeNull()
  expect(asked({ proof: proof('other-text') })).toBeNull()
  expect(asked({})).toBeNull()
  expect(asked({ url: null, look: look('2026-03-20') })).toEqual({ because: 'no-address', by: '2026-04-19' })
  expect(asked({ proof: proof('redirected'), look: look('2026-02-01') })).toEqual({
    because: 'redirected',
    by: '2026-03-31',
  })
  expect(asked({ comparable: false })).toEqual({ because: 'no-text', by: '2026-03-31' })
  expect(asked({ proof: proof('timed-out'), look: look('2026-03-30', false) })?.by).toBe('2026-03-31')
})
