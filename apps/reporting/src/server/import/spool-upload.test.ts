import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPENING_BYTES, SEALED_CHUNK_BYTES } from '@wayproof/kernel/secrets/sealed-stream'
import { systemIds } from '@wayproof/kernel/system'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { spoolUpload } from './import-route.ts'

const machine = { ids: systemIds }

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

const MEGABYTE = 1024 * 1024

/** The deleted file of an upload, as another process of the same user could open it on Linux. */
async function openDeleted(folder: string) {
  const descriptor = readdirSync('/proc/self/fd').find((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`).startsWith(folder)
    } catch {
      return false
    }
  })
  return open(`/proc/self/fd/${descriptor}`, 'r+')
}

test.runIf(process.platform === 'linux').each(['changed', 'cut', 'cut to whole chunks'])(
  'a file that was %s on disk is not read',
  async (damage) => {
    const folder = ownFolder()
    async function* source() {
      yield Buffer.alloc(MEGABYTE, 'a row,')
    }
    const spooled = await spoolUpload(source(), machine)
    if (!spooled.ok) throw new Error(spooled.fault.code)
    const file = await openDeleted(folder)
    if (damage === 'changed') await file.write(Buffer.from([0]), 0, 1, 300_000)
    if (damage === 'cut') await file.truncate(300_000)
    if (damage === 'cut to whole chunks') await file.truncate(OPENING_BYTES + 2 * SEALED_CHUNK_BYTES)
    await file.close()
    const read = async () => {
      for await (const _ of spooled.value.read());
    }
    await expect(read()).rejects.toThrow()
    await spooled.value.remove()
  },
)
