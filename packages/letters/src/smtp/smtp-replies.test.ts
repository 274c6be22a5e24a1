import fc from 'fast-check'
import { expect, it } from 'vitest'
import { smtpReplies } from './smtp-session.ts'

const line = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ' ').trim())
const reply = fc.tuple(fc.integer({ min: 200, max: 599 }), fc.array(line, { minLength: 1, maxLength: 3 }))

it('reads the same replies however the bytes are split', () => {
  fc.assert(
    fc.property(fc.array(reply), fc.array(fc.nat(200)), (said, cuts) => {
      const lines = said.map(([code, texts]) =>
        texts.map((text, n) => `${code}${n === texts.length - 1 ? ' ' : '-'}${text}`),
      )
      const bytes = Buffer.from(lines.map((all) => `${all.join('\r\n')}\r\n`).join(''))
      const read = smtpReplies()
      const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
      const replies = edges.slice(1).flatMap((edge, n) => read(bytes.subarray(edges[n], edge)))
      expect(replies).toEqual(said.map(([code], n) => ({ code, text: lines[n]?.join('\n') })))
    }),
  )
})

it('finds no code in other lines, and fails for a reply that does not end', () => {
  const codes = (text: string) => smtpReplies()(Buffer.from(text)).map(({ code }) => code)
  expect(codes('what?\r\n250\n2500 x\r\n25 x\r\n650 x\r\n\r\n')).toEqual([
    undefined,
    250,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  const read = smtpReplies()
  expect(() => {
    for (let n = 0; n < 10_000; n += 1) read(Buffer.from('250-still here\r\n'))
  }).toThrow('does not end')
})
