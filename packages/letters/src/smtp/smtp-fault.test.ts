import { expect, it } from 'vitest'
import { resultOf } from './smtp-fault.ts'

const refused = (response: string, command = 'RCPT TO') =>
  resultOf('send', { message: 'refused', command, response, responseCode: Number(response.slice(0, 3)) })

it.each([
  ['550 5.1.1 user unknown', 'failed'],
  ['550 DMARC check failed', 'deferred'],
  ['554 5.7.1 relaying denied', 'deferred'],
  ['550 no', 'failed'],
  ['552 5.2.2 mailbox full', 'deferred'],
  ['550 Ip frequency limited', 'deferred'],
  ['550 Connection frequency limited', 'deferred'],
  ['550 5.1.1 recipient temporarily unavailable', 'deferred'],
  ['450 4.1.1 user unknown', 'deferred'],
])('the reply %j is classified like the same words in a bounce: %s', (response, outcome) => {
  expect(refused(response)).toEqual({ outcome, reply: response })
  expect(refused(response, 'DATA').outcome).toBe(outcome)
})

it('is not a fault of the letter if the server accepts none from us', () => {
  expect(refused('550 5.1.1 user unknown', 'MAIL FROM').outcome).toBe('unreachable')
})
