import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spoolUpload } from './spool-upload.ts'

const machine = { ids: systemIds, tokens: systemTokens }
const leftFiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('wayproof-upload-'))

test('every upload is returned byte for byte, and its file cannot be found in the folder', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 70_000 }), { maxLength: 6 }), async (chunks) => {
      async function* source() {
        yield* chunks
      }
      const spooled = await spoolUpload(source(), machine)
      if (!spooled.ok) throw new Error(spooled.fault.code)
      expect(leftFiles()).toEqual([])
      const read: Uint8Array[] = []
      for await (const chunk of spooled.value.read()) read.push(chunk)
      expect(Buffer.concat(read).equals(Buffer.concat(chunks))).toBe(true)
      await spooled.value.remove()
    }),
    { numRuns: 30 },
  )
})
