import { createMemoryHistory } from '@tanstack/react-router'
import { afterAll, expect, test } from 'vitest'
import { router } from '../routes/routes.tsx'
import { addressOf, BY_ROLE, READ_BY_ALL } from '../shell/menu-entries.ts'

const { history } = router
const at = (address: string) =>
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [address] }) })
afterAll(() => router.update({ ...router.options, history }))

const addressTo = (to: (typeof entries)[number], isFollowed: boolean) =>
  router.buildLocation({ to, _includeValidateSearch: isFollowed }).href

const pages = ['scorecard', 'goal/staff-training', 'measures', 'waves', 'waves/method-report', 'closing', 'samples']
const addresses = [
  ...pages,
  'rows/staff-training',
  'registers',
  'registers/partners',
  'registers/partners/import',
  'rules',
].map((page) => `/${page}`)
const entries = [...[...READ_BY_ALL, ...BY_ROLE].map(addressOf), '/profile'] as const

test.each(addresses)('the menu on %s keeps the half-year of the address in every entry', (address) => {
  at(`${address}?period=2025-H1`)
  for (const isFollowed of [false, true]) {
    // A link that is followed is also checked by the routes that it leads to.
    const hrefs = entries.map((entry) => addressTo(entry, isFollowed))
    expect(hrefs).toEqual(entries.map((entry) => `${entry}?period=2025-H1`))
  }
})

test('an address without a half-year, or with a year, adds none to the menu', () => {
  for (const address of ['/closing', '/waves?period=2019', '/scorecard?period=soon', '/sign-in?next=%2Fclosing']) {
    at(address)
    for (const entry of entries) expect(router.buildLocation({ to: entry }).href, address).toBe(entry)
  }
})

test('a link that sets or drops the half-year is followed unchanged', () => {
  at('/scorecard?period=2025-H1')
  const to = (search: { period: string | undefined }) => router.buildLocation({ to: '/closing', search }).href
  expect([to({ period: '2025-H2' }), to({ period: undefined })]).toEqual(['/closing?period=2025-H2', '/closing'])
})
