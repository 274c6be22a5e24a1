import { createCipheriv, createDecipheriv } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MAX_BYTES } from '@wayproof/evidence'
import { fail, type Ids, type Outcome, ok, type Tokens } from '@wayproof/kernel'
import { type ReadFault, tooLarge } from './read-file.ts'

/** A complete upload on disk, which no other process can find or read. */
export interface SpooledUpload {
  /** Its bytes; readable once. */
  read(): AsyncGenerator<Uint8Array>
  remove(): Promise<void>
}

const KEY_BYTES = 32
const FIRST_COUNTER = new Uint8Array(16)

/**
 * Receives an upload before it enters a queue, so that a slow sender delays no one. The file is unlinked before the
 * first byte and encrypted with a key that only this process has.
 * Faults: `too-large`, `upload-broken`; throws if the disk is full.
 */
export async function spoolUpload(
  source: AsyncIterable<Uint8Array>,
  { ids, tokens }: { readonly ids: Ids; readonly tokens: Tokens },
): Promise<Outcome<SpooledUpload, ReadFault>> {
  const path = join(tmpdir(), `wayproof-upload-${ids.next()}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await unlink(path)
    const key = tokens.bytes(KEY_BYTES)
    const writeResult = await writeEncrypted(file, key, source)
    if (writeResult.ok) return ok({ read: () => readDecrypted(file, key), remove: () => file.close() })
    await file.close()
    return writeResult
  } catch (error) {
    await file.close()
    throw error
  }
}

async function writeEncrypted(
  file: FileHandle,
  key: Uint8Array,
  source: AsyncIterable<Uint8Array>,
): Promise<Outcome<null, ReadFault>> {
  const cipher = createCipheriv('aes-256-ctr', key, FIRST_COUNTER)
  let bytes = 0
  const chunks = source[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch(() => null)
    if (next === null) return fail('upload-broken')
    if (next.done) return ok(null)
    bytes += next.value.byteLength
    if (bytes > MAX_BYTES) {
      await chunks.return?.()
      return { ok: false, fault: tooLarge }
    }
    await file.writeFile(cipher.update(next.value))
  }
}

async function* readDecrypted(file: FileHandle, key: Uint8Array): AsyncGenerator<Uint8Array> {
  const decipher = createDecipheriv('aes-256-ctr', key, FIRST_COUNTER)
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) yield decipher.update(chunk)
}
