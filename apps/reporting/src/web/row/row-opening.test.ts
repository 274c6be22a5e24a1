import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { rowOpening } from './row-opening.ts'

const reader = { locale: 'en', words: messages('en'), timeZone: 'Asia/Shanghai', today: '2026-01-01' } as const

test("the title of a row's page names its key, its name and its state", () => {
  const partner = { id: 'P1', name: 'Trip', onboarded: '2024-02-01', offboarded: null }
  expect(rowOpening('partners', partner, reader)).toEqual({
    title: 'P1, Trip: since 1 February 2024.',
    verbatim: 'Trip',
  })
  expect(rowOpening('partners', { ...partner, offboarded: '2025-06-30' }, reader).title).toContain('until 30 June 2025')
  const incident = { id: 'I1', title: 'Lost list', state: 'confirmed' }
  expect(rowOpening('incidents', incident, reader).title).toBe('I1, Lost list: confirmed.')
  const agreement = { partnerId: 'P1', signedOn: '2024-01-01', expiresOn: '2025-01-01' }
  expect(rowOpening('partner-agreements', agreement, reader).title).toMatch(/: expired\.$/)
})
