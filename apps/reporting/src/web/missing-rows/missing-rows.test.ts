import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { missingRows } from './missing-rows.ts'

const language = { locale: 'en', words: messages('en') } as const

test("a missing row has its goal's columns, formatted dates and a link to its register", () => {
  const partner = { key: 'P04', label: 'Cloud', why: 'no-audit', detail: '2025-10-21' } as const
  expect(missingRows('partner-audit', [partner], language)).toEqual({
    columns: ['Partner', 'Code', 'Reason', 'Last audit'],
    rows: [
      {
        cells: ['Cloud', 'P04', 'No audit this year', '21 October 2025'],
        at: { register: 'partners', search: { row: '["P04"]' } },
      },
    ],
  })
  const surface = { key: 'app', label: 'App', why: 'language-missing', detail: '3' } as const
  expect(missingRows('policy-publication', [surface], language).rows[0]?.cells[3]).toBe('version 3')
})

test('counts by unit have no link to a person', () => {
  const { columns, rows } = missingRows('staff-training', [{ unit: '', people: 6 }], language)
  expect(columns).toEqual(['Department', 'People'])
  expect(rows).toEqual([{ cells: ['Other departments', '6'], at: null }])
})
