import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dotted } from './smtp-session.ts'

const HEAD = 'From: a@b.example'
const line = fc.string({ unit: fc.constantFrom('.', 'a', ' '), maxLength: 4 })

it('doubles only dots at the beginning of a line, and ends with a line of one dot', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const sent = dotted({ head: HEAD, body: `${lines.join('\r\n')}\r\n` }).slice(`${HEAD}\r\n\r\n`.length)
      const [end, last, ...said] = sent.split('\r\n').reverse()
      expect([end, last]).toEqual(['', '.'])
      expect(said.reverse().map((text) => text.replace(/^\./, ''))).toEqual(lines)
      expect(said.filter((text) => text === '.')).toEqual([])
    }),
  )
})

it('adds a missing line end to the last line of a message', () => {
  expect(dotted({ head: HEAD, body: 'a' })).toBe(`${HEAD}\r\n\r\na\r\n.\r\n`)
})
