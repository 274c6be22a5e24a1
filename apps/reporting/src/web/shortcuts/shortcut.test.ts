import { expect, test } from 'vitest'
import { type Key, shortcutOf } from './shortcut.ts'

const key = (name: string, more: Partial<Key> = {}): Key => ({
  key: name,
  isCommand: false,
  isAlternative: false,
  ...more,
})

test.each([
  [key('k', { isCommand: true }), null, { kind: 'palette' }],
  [key('K', { isCommand: true }), null, { kind: 'palette' }],
  [key('k', { isCommand: true, isAlternative: true }), null, null],
  [key('/'), null, { kind: 'palette' }],
  [key('?'), null, { kind: 'sheet' }],
  [key('['), null, { kind: 'earlier' }],
  [key(']'), null, { kind: 'later' }],
  [key('w'), 'g', { kind: 'page', page: 'waves' }],
  [key('w'), null, null],
  [key('x'), 'g', null],
  [key('?', { isAlternative: true }), null, null],
])('%j after %j', (pressed, previous, shortcut) => {
  expect(shortcutOf(pressed, previous, true)).toEqual(shortcut)
})

test('without single keys only the command key works', () => {
  const shortcuts = ['/', '?', '[', ']'].map((name) => shortcutOf(key(name), null, false))
  expect(shortcuts).toEqual([null, null, null, null])
  expect(shortcutOf(key('w'), 'g', false)).toBeNull()
  expect(shortcutOf(key('k', { isCommand: true }), null, false)).toEqual({ kind: 'palette' })
})
