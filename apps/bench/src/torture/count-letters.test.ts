import type { Mail } from '@wayproof/local-stack/mail/mail'
import { describe, expect, it } from 'vitest'
import { countLetters, duplicatesAllowed } from './count-letters.ts'

const mail = (number: number, to: string, messageId = `<${to}>`): Mail => ({
  number,
  to,
  from: '',
  subject: '',
  text: '',
  html: '',
  attachments: [],
  headers: { 'message-id': messageId },
})

describe('countLetters', () => {
  it('finds every confirmed letter at its recipient, and counts every duplicate', () => {
    const mails = [mail(1, 'a'), mail(2, 'b'), mail(3, 'b'), mail(4, 'c'), mail(5, 'c'), mail(6, 'd')]
    expect(countLetters({ mails, untold: new Set([4, 6]) })).toEqual({
      reached: 3,
      duplicates: 2,
      forced: 1,
      differing: 0,
    })
  })

  it('finds duplicates with another Message-ID', () => {
    const mails = [mail(1, 'a'), mail(2, 'a', '<other>'), mail(3, 'b')]
    expect(countLetters({ mails, untold: new Set() }).differing).toBe(1)
  })
})

it('allows five duplicates a kill; duplicates caused by the server count extra only if they are more', () => {
  expect([
    duplicatesAllowed(0, 0),
    duplicatesAllowed(20, 30),
    duplicatesAllowed(0, 30),
    duplicatesAllowed(1, 30),
  ]).toEqual([0, 100, 30, 35])
})
