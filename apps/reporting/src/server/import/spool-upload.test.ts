import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { spoolUpload } from './spool-upload.ts'

const machine = { ids: systemIds, tokens: systemTokens }

/** Uploads of this test alone go to the returned folder; other processes spool theirs in the system's. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-spool-'))
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

test('every upload is returned byte for byte, and its file cannot be found in the folder', async () => {
  const folder = ownFolder()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 70_000 }), { maxLength: 6 }), async (chunks) => {
      async function* source() {
        yield* chunks
      }
      const spooled = await spoolUpload(source(), machine)
      if (!spooled.ok) throw new Error(spooled.fault.code)
      expect(readdirSync(folder)).toEqual([])
      const read: Uint8Array[] = []
      for await (const chunk of spooled.value.read()) read.push(chunk)
      expect(Buffer.concat(read).equals(Buffer.concat(chunks))).toBe(true)
      await spooled.value.remove()
    }),
    { numRuns: 30 },
  )
})
