import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '@wayproof/messages/messages'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthLimit } from './use-length-limit.ts'

const { fields } = messages('en').reporting

test('a text has a fault if and only if it is longer than its limit, and a counter from nine tenths of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 50 }), (text, most) => {
      const { fault, counter } = lengthLimit(text, most, fields)
      expect(fault !== null).toBe(text.length > most)
      expect(counter !== null).toBe(text.length <= most && text.length >= most * 0.9)
    }),
  )
})

test('a field without a limit takes any text', () => {
  expect(lengthLimit('x'.repeat(10_000), undefined, fields)).toEqual({ fault: null, counter: null })
})

test('the sentences name both numbers', () => {
  expect(lengthLimit('x'.repeat(10_000), 300, fields).fault).toBe('Shorten this to 300 characters; it has 10,000.')
  expect(lengthLimit('x'.repeat(290), 300, fields).counter).toBe('290 of 300 characters.')
})

test('no field of a form lets the browser cut a text: only the fields with a length limit of their own take maxLength', () => {
  const web = join(import.meta.dirname, '..')
  const tags = /<(?:TextInput|Textarea|PasswordInput|Autocomplete|input|textarea)\b[\s\S]*?\/>/g
  const cutting = globSync('**/*.tsx', { cwd: web }).filter((file) =>
    readFileSync(join(web, file), 'utf8')
      .match(tags)
      ?.some((tag) => /\bmaxLength=/.test(tag)),
  )
  // The palette searches while a person types and submits nothing.
  expect(cutting).toEqual(['palette/palette.tsx'])
})
