import { expect, test } from 'vitest'
import { securityText } from './security-text.ts'

const url = 'https://survey.example.com'
const now = Date.parse('2026-07-01T15:30:00Z')

test('it has the fields of RFC 9116, and expires within a year at midnight', () => {
  expect(securityText({ url, email: 'privacy@example.com', now })).toBe(
    [
      'Contact: mailto:privacy@example.com',
      'Expires: 2026-12-28T00:00:00Z',
      'Preferred-Languages: zh, en',
      'Canonical: https://survey.example.com/.well-known/security.txt',
      '',
    ].join('\n'),
  )
})

test('an address with characters of URLs is escaped', () => {
  expect(securityText({ url, email: 'a?b%c@example.com', now })).toContain('Contact: mailto:a%3Fb%25c@example.com\n')
})
