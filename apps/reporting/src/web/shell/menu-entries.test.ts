import { describe, expect, test } from 'vitest'
import { BY_ROLE, menuGroups, menuPageOf, pagesOf, READ_BY_ALL } from './menu-entries.ts'

test('every page of the menu is in exactly one group', () => {
  const listed = menuGroups([...READ_BY_ALL, ...BY_ROLE]).flatMap(([, pages]) => pages)
  expect([...listed].sort()).toEqual([...READ_BY_ALL, ...BY_ROLE].sort())
})

test('a menu has no empty group', () => {
  expect(menuGroups(pagesOf('administrator'))).toEqual([
    ['cycle', ['approvals']],
    ['programme', ['people', 'runs', 'settings']],
  ])
})

describe('the page of the menu that an address belongs to', () => {
  test.each([
    ['/scorecard', 'scorecard'],
    ['/goal/staff-training', 'scorecard'],
    ['/rows/encryption', 'measures'],
    ['/rows/staff-training', 'scorecard'],
    ['/waves/comments', 'waves'],
    ['/registers/partners', 'registers'],
    ['/profile', null],
    ['/', 'home'],
    ['/constructor', null],
  ])('%s belongs to %s', (path, page) => {
    expect(menuPageOf(path)).toBe(page)
  })
})
