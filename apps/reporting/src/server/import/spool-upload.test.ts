import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spoolUpload } from './spool-upload.ts'

const machine = { ids: systemIds, tokens: systemTokens }
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('wayproof-upload-'))

test('every upload is returned byte for byte, and its file cannot be found in the folder', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 70_000 }), { maxLength: 6 }), async (pieces) => {
      async function* source() {
        yield* pieces
      }
      const spooled = await spoolUpload(source(), machine)
      if (!spooled.ok) throw new Error(spooled.fault.code)
      expect(left()).toEqual([])
      const read: Uint8Array[] = []
      for await (const piece of spooled.value.read()) read.push(piece)
      expect(Buffer.concat(read).equals(Buffer.concat(pieces))).toBe(true)
      await spooled.value.remove()
    }),
    { numRuns: 30 },
  )
})
