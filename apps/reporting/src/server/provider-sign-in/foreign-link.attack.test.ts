import { expect, test } from 'vitest'
import { ORIGIN } from '../testing/open-app.ts'
import { openProviderApp } from '../testing/provider-app.ts'

const START = '/api/auth/provider?locale=en&next=%2Fgoal%2Fstaff-training'
const SIGN_IN_PAGE = '/sign-in?next=%2Fgoal%2Fstaff-training'

test.each<[string, Record<string, string>]>([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another host of the site', { 'sec-fetch-site': 'same-site' }],
  ['a letter or a typed address', { 'sec-fetch-site': 'none' }],
  ['another site, with a forged referrer', { 'sec-fetch-site': 'cross-site', referer: `${ORIGIN}/sign-in` }],
  ['another site, in a browser without the header', { referer: 'https://elsewhere.example/' }],
  ['a host whose name begins like ours', { referer: `${ORIGIN}.elsewhere.example/` }],
  ['a caller that names no page', {}],
])('a link from %s begins no sign-in at the provider', async (_, headers) => {
  const testApp = await openProviderApp()
  const answer = await testApp.send(START, { headers })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, SIGN_IN_PAGE])
  expect(answer.headers.getSetCookie()).toEqual([])
})

test.each<[string, Record<string, string>]>([
  ['our own sign-in page', { 'sec-fetch-site': 'same-origin' }],
  ['our own sign-in page in an older browser', { referer: `${ORIGIN}/sign-in` }],
])('the button on %s begins one', async (_, headers) => {
  const testApp = await openProviderApp()
  const answer = await testApp.send(START, { headers })
  expect(answer.headers.get('location')).toMatch(testApp.provider.issuer)
  expect(answer.headers.getSetCookie()).toHaveLength(1)
})
