import { expect, test } from 'vitest'
import { initialsOf } from './avatar.tsx'

test.each([
  ['Lin Ruoan', 'LR'],
  ['  Ana  Maria de la Cruz ', 'AC'],
  ['林若安', '林'],
  ['zoe', 'Z'],
  ['𠮷田', '𠮷'],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
