import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, it } from 'vitest'
import { joinPieces, quotedPrintable } from './quoted-printable.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('=', ' ', '\t', '\n', '.', 'é', '调', '😀', 'a'), maxLength: 400 }),
)

const read = async (encoded: string) => {
  const head = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
  return (await PostalMime.parse(`${head}${encoded}\r\n`)).text ?? ''
}
const plain = (whole: string) => whole.toWellFormed().replace(/\r\n?/g, '\n')

it('is read as it was written, in lines of 76 printable characters at most, also when put together from pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (pieces) => {
      const encoded = joinPieces(pieces.map(quotedPrintable))
      for (const line of encoded.split('\r\n')) expect(line).toMatch(/^[\t\x20-\x7e]{0,76}$/)
      expect(await read(encoded)).toBe(`${pieces.map(plain).join('')}\n`)
    }),
    { numRuns: 500 },
  )
})
