import { expect, test } from 'vitest'
import { findEntries, matchIn } from './palette.tsx'
import type { Entry, EntryGroup } from './use-entries.ts'

const entry = (group: EntryGroup, text: string, alias?: string): Entry => ({
  id: `${group} ${text}`,
  group,
  text,
  ...(alias ? { alias } : {}),
  link: { to: '/scorecard' },
})

const entries = [
  entry('pages', 'Waves'),
  entry('pages', 'Closing', 'freeze'),
  entry('acts', 'Open a wave'),
  entry('goals', 'Staff training'),
  entry('registers', 'Training staff lists'),
  entry('registers', 'Staff'),
]
const textsOf = (query: string) =>
  findEntries(entries, query).map(([group, members]) => [group, members.map(({ text }) => text)])

test('without a query the palette lists pages and acts', () => {
  expect(textsOf(' ')).toEqual([
    ['pages', ['Waves', 'Closing']],
    ['acts', ['Open a wave']],
  ])
})

test('an entry that starts with the query comes before one that contains it', () => {
  expect(textsOf('STAFF')).toEqual([
    ['goals', ['Staff training']],
    ['registers', ['Staff', 'Training staff lists']],
  ])
})

test('other names find an entry, too', () => {
  expect(textsOf('freez')).toEqual([['pages', ['Closing']]])
  expect(textsOf('nothing like this')).toEqual([])
})

test('records are shown as the server found them', () => {
  const record = entry('records', 'I-2025-01')
  expect(findEntries([record], 'passport')).toEqual([['records', [record]]])
})

test('the matching part is found without regard to case', () => {
  expect(matchIn('Harbour Ferries', 'ferr')).toEqual([8, 12])
  expect(matchIn('合作伙伴审核', '审核')).toEqual([4, 6])
  expect(matchIn('Waves', '')).toBeNull()
})
