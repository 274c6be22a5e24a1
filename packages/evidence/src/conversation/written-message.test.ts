import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_MESSAGE, messageFault, messageLength, messageText } from './written-message.ts'

test('a message has normalized line breaks, and its length counts visible characters', () => {
  expect(messageText(' a\r\nb\0\u0007\rc\t') + messageLength('🧭🧭')).toBe('a\nb\nc2')
  expect(messageFault('\r\n \0')).toBe('required')
  expect(messageFault('字'.repeat(LONGEST_MESSAGE))).toBeNull()
  expect(messageFault('字'.repeat(LONGEST_MESSAGE + 1))).toBe('too-long')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => messageText(messageText(typed)) === messageText(typed)),
  )
})
