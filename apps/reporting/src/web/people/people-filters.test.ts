import { expect, test } from 'vitest'
import type { Person } from '../api.ts'
import { FILTERS, isInFilter, isInvitedShown, matchesSearch } from './person-row.tsx'

const person: Person = {
  id: 'a',
  name: 'Lin Ruo’an',
  email: 'lin@x.example',
  role: 'auditor',
  locale: 'en',
  lastSignInOn: '2026-04-02',
  secondFactor: true,
  sessions: 1,
  keys: 0,
  proposal: null,
}

test('a person counts as unused after 90 days without a sign-in, or without any', () => {
  expect(isInFilter('unused', person, '2026-07-01')).toBe(false)
  expect(isInFilter('unused', person, '2026-07-02')).toBe(true)
  expect(isInFilter('unused', { ...person, lastSignInOn: null }, '2026-04-02')).toBe(true)
})

test('a filter lists people without a second factor', () => {
  expect(
    [true, false].map((secondFactor) => isInFilter('noFactor', { ...person, secondFactor }, '2026-07-01')),
  ).toEqual([false, true])
  expect(isInFilter('all', person, '2026-07-01')).toBe(true)
})

test('a person is found by a part of the name, the address or the role, in any case', () => {
  for (const search of ['', ' ruo ', 'LIN@', 'audit'])
    expect(matchesSearch(search, person, 'Auditor'), search).toBe(true)
  expect(matchesSearch('officer', person, 'Auditor')).toBe(false)
})

test('the filter of open invitations shows no account, and the list of all shows both', () => {
  expect(isInFilter('invited', person, '2026-07-01')).toBe(false)
  expect(FILTERS.filter(isInvitedShown)).toEqual(['all', 'invited'])
})
