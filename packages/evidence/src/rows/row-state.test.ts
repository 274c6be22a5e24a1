import { expect, test } from 'vitest'
import { REGISTER_IDS, type RegisterId } from '../register.ts'
import { hasStates, rowState } from './row-state.ts'

const finding = { foundOn: '2026-01-10', dueOn: '2026-03-01', doneOn: null, checkedOn: null, effective: null }
const round = { plannedOn: '2026-01-01', sentOn: null, answeredOn: null, reviewedOn: null, closedOn: null }

test.each<[RegisterId, Readonly<Record<string, string | boolean | null>>, string, string]>([
  ['partner-agreements', { expiresOn: null }, '2030-01-01', 'in-force'],
  ['partner-agreements', { expiresOn: '2026-12-31' }, '2026-10-31', 'in-force'],
  ['partner-agreements', { expiresOn: '2026-12-31' }, '2026-11-01', 'expires-soon'],
  ['partner-agreements', { expiresOn: '2026-12-31' }, '2026-12-31', 'expires-soon'],
  ['partner-agreements', { expiresOn: '2026-12-31' }, '2027-01-01', 'expired'],
  ['audit-rounds', round, '2026-05-01', 'planned'],
  ['audit-rounds', { ...round, sentOn: '2026-01-02', answeredOn: '2026-01-03' }, '2026-05-01', 'answered'],
  ['audit-findings', finding, '2026-03-01', 'open'],
  ['audit-findings', finding, '2026-03-02', 'overdue'],
  ['audit-findings', { ...finding, doneOn: '2026-04-01' }, '2026-05-01', 'done'],
  ['audit-findings', { ...finding, doneOn: '2026-04-01', effective: true }, '2026-05-01', 'effective'],
  ['audit-findings', { ...finding, doneOn: '2026-04-01', effective: false }, '2026-05-01', 'ineffective'],
  ['security-findings', { dueOn: '2026-03-01', fixedOn: null }, '2026-03-01', 'open'],
  ['security-findings', { dueOn: '2026-03-01', fixedOn: null }, '2026-03-02', 'overdue'],
  ['security-findings', { dueOn: '2026-03-01', fixedOn: '2026-04-01' }, '2026-05-01', 'fixed'],
])('%s: %o on %s is %s', (register, cells, today, state) => {
  expect(rowState(register, cells, today)).toBe(state)
})

test('rows of other registers have no state', () => {
  const without = REGISTER_IDS.filter((id) => !hasStates(id))
  expect(without).toHaveLength(REGISTER_IDS.length - 4)
  expect(without.map((id) => rowState(id, {}, '2026-01-01'))).toEqual(without.map(() => null))
})
