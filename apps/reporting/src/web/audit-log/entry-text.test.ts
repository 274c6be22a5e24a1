import { AUDIT_ACTS } from '@wayproof/journal/audit-log/audit-entry'
import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import type { AuditLine } from '../api.ts'
import { entryText } from './audit-table.tsx'

const entry = (act: string, more: Partial<AuditLine> = {}): AuditLine => ({
  at: 1,
  actorId: null,
  by: null,
  about: null,
  act,
  subject: '',
  details: {},
  ...more,
})
const english = (line: AuditLine) => entryText(line, messages('en'), 'en')

test('an entry says what was done, with names in place of codes', () => {
  expect(english(entry('exported', { subject: 'incidents.csv' }))).toBe('exported Incidents')
  expect(english(entry('exported', { subject: 'evidence', details: { register: 'incidents', file: 'id' } }))).toBe(
    'exported evidence · Incidents',
  )
  expect(english(entry('imported', { subject: 'incidents', details: { rows: 1204 } }))).toBe(
    'imported Incidents, 1,204 rows',
  )
  expect(english(entry('row-corrected', { subject: 'INC-2026-014', details: { register: 'incidents' } }))).toBe(
    'corrected Incidents · INC-2026-014',
  )
  expect(english(entry('role-changed', { about: 'Mo', details: { role: 'auditor' } }))).toBe(
    'set the role of Mo: Auditor',
  )
  expect(english(entry('sign-in-failed', { details: { count: 4 } }))).toBe('failed sign-in, 4 times')
  expect(english(entry('closed', { subject: '2026-H1' }))).toBe('closed and sealed first half of 2026')
  expect(english(entry('an act of a later version'))).toBe('an act of a later version')
})

test.each(['en', 'zh-CN'] as const)('every act has a sentence in %s', (locale) => {
  for (const act of AUDIT_ACTS) expect(entryText(entry(act), messages(locale), locale)).not.toMatch(/undefined|NaN|^$/)
})
