import { createMemoryHistory } from '@tanstack/react-router'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'

// The drawing of the home, in another test of the same worker, gives the shared root route other pages.
vi.resetModules()
const { router } = await import('./routes/routes.tsx')

/** The parameters that the page of an address reads, without those that are not set. */
function readBy(path: string, search: Readonly<Record<string, string>>): object {
  const address = `${path}?${new URLSearchParams(search)}`
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [address] }) })
  const match = router.matchRoutes(router.parseLocation(router.history.location)).at(-1)
  return JSON.parse(JSON.stringify(match?.search))
}

test.each([
  ['/registers/incidents', { page: 'abc', sort: '<b>', view: 'nonsense', columns: '!', only: 'x', find: ' ' }],
  ['/deadlines', { page: '1e9', mine: 'perhaps' }],
  ['/audit-log', { page: 'abc', act: 'x', actor: 'me', from: '2025-02-30', to: 'soon' }],
  ['/actions', { show: 'x', origin: 'x', owner: 'x' }],
  ['/goal/customer-satisfaction', { listed: 'x', by: 'x', and: 'x', item: '*', surface: 'alone' }],
  ['/rows/staff-training', { show: 'x', page: '-1' }],
  ['/summaries', { edition: 'x' }],
  ['/requests', { case: 'x', record: 'x' }],
  ['/whistle-blowing', { report: 'x' }],
  ['/scorecard', { period: 'soon' }],
  ['/waves/open', { step: 'send' }],
  ['/waves/comments', { period: '' }],
  ['/sign-in', { next: '//elsewhere.example', code: 'x' }],
])('%s ignores what it cannot read', (path, search) => {
  expect(readBy(path, search)).toEqual({})
})

test('the second page of the audit log can be linked', () => {
  expect(readBy('/audit-log', { page: '2' })).toEqual({ page: 2 })
})

test('no page is handed an unknown parameter', () => {
  const paths = ['/', '/registers/incidents', '/deadlines', '/audit-log', '/actions', '/policies']
  const unknown = fc.string({ minLength: 1, maxLength: 12 }).map((name) => `x-${name}`)
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.dictionary(unknown, fc.string()), (path, search) => {
      expect(readBy(path, { ...search, period: '2025-H1' })).toEqual({ period: '2025-H1' })
    }),
  )
})
