import { expect, test } from 'vitest'
import type { Register } from '../api.ts'
import { registerGroups } from './registers-page.tsx'

const register = (id: Register['id'], keptBy: Register['keptBy']): Register => ({
  ...{ id, keptBy, rows: 0, lastImport: null, lastEntry: null, mayImport: false, goals: [] },
})
const registers = [
  register('travelers', 'officer'),
  register('staff-roles', 'human-resources'),
  register('partners', 'procurement'),
  register('exam-attempts', 'human-resources'),
]

const groupsOf = (role: string) =>
  registerGroups(registers, role).map((group) => [group.keeper, ...group.registers.map(({ id }) => id)])

test('the registers of the reader come first, each office once', () => {
  const [officer, staff, partners] = [
    ['officer', 'travelers'],
    ['human-resources', 'staff-roles', 'exam-attempts'],
    ['procurement', 'partners'],
  ]
  expect(groupsOf('human-resources')).toEqual([staff, officer, partners])
  expect(groupsOf('auditor')).toEqual([officer, staff, partners])
})
