import type { PreviewRow } from '@wayproof/evidence/ports'
import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { changesOf, keyWordsOf, renamesOf } from './row-words.ts'

const partner = { id: 'p1', name: 'Trip', service: 'ota', processesPersonalData: true, countries: ['CN', 'SG'] }
const row = (before: PreviewRow['before'], after: PreviewRow['after']): PreviewRow => ({
  kind: before ? 'changed' : 'added',
  rowNumber: 2,
  before,
  after,
  byHand: false,
})

test('the preview of an import says which partners the file renames', () => {
  const preview = [
    row(partner, { ...partner, name: 'Trip Group' }),
    row({ ...partner, id: 'p2' }, { ...partner, id: 'p2', service: 'hotel' }),
    row(null, { ...partner, id: 'p3', name: 'Trip Group' }),
  ]
  const text = messages('en').reporting.imports
  expect(renamesOf(preview, text)).toEqual([text.renamed('Trip', 'Trip Group')])
  expect(text.renamed('Trip', 'Trip Group')).toContain('Trip Group')
})

test('codes are shown by their labels, and unknown values unchanged', () => {
  const reader = { locale: 'zh-CN', words: messages('zh-CN'), timeZone: 'Asia/Shanghai' } as const
  const key = (channel: string) => keyWordsOf('bookings', { month: '2025-01', channel }, reader)
  expect([key('ota-page'), key('kiosk')]).toEqual([
    `2025-01 · ${reader.words.registers.values['ota-page']}`,
    '2025-01 · kiosk',
  ])
  const countries = { before: { ...partner, countries: ['CN'] }, after: { ...partner, countries: ['SG', 'XQ'] } }
  expect(changesOf('partners', countries, reader)[0]).toContain('中国 → 新加坡、XQ')
})

test('list items and legal notices are shown by their labels', () => {
  const reader = { locale: 'en', words: messages('en'), timeZone: 'Asia/Shanghai' } as const
  const withTwoClasses = { ...partner, dataClasses: ['name', 'payment'] }
  expect(changesOf('partners', { before: { ...partner, dataClasses: null }, after: withTwoClasses }, reader)).toEqual([
    'Classes of data: – → name, payment data',
  ])
  const words = keyWordsOf('incident-notices', { incidentId: 'i1', duty: 'gdpr-33' }, reader)
  expect(keyWordsOf('audit-rounds', { partnerId: 'p1', year: 2024 }, reader)).toBe('p1 · 2024')
  expect(words).toBe(`i1 · ${reader.words.registers.values['gdpr-33']}`)
})
