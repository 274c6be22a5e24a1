import { expect, test } from 'vitest'
import { nearName } from './near-name.ts'

const names = ['data', 'json', 'backup', 'backup-key', 'verify', 'verify-anonymity']

test.each([
  ['dat', 'data'],
  ['jsno', 'json'],
  ['bakup', 'backup'],
  ['backup-kye', 'backup-key'],
  ['verfy', 'verify'],
])('%s misspells %s', (name, near) => {
  expect(nearName(name, names)).toBe(near)
})

test.each(['', 'x', 'no', 'restore', 'constructor'])('%j misspells none of the names', (name) => {
  expect(nearName(name, names)).toBeNull()
})
