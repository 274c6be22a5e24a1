import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MAX_BYTES } from '@wayproof/evidence/import/read-source'
import type { Ids } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import {
  CHUNK_BYTES,
  type KeyPair,
  makeKeyPair,
  OPENING_BYTES,
  openFrom,
  SEALED_CHUNK_BYTES,
  sealTo,
} from '@wayproof/kernel/secrets/sealed-stream'
import { type ReadFault, tooLarge } from './read-file.ts'

/** A complete upload on disk, which no other process can find or read. */
export interface SpooledUpload {
  /** Its bytes; readable once. */
  read(): AsyncGenerator<Uint8Array>
  remove(): Promise<void>
}

/** Authenticated with every chunk. */
const LABEL = Buffer.from('spooled upload')

/**
 * Receives an upload before it enters a queue, so that a slow sender delays no one. The file is unlinked before the
 * first byte and encrypted, so that no change goes unnoticed, to keys that only this process has.
 * Faults: `too-large`, `upload-broken`; throws if the disk is full.
 */
export async function spoolUpload(
  source: AsyncIterable<Uint8Array>,
  { ids }: { readonly ids: Ids },
): Promise<Outcome<SpooledUpload, ReadFault>> {
  const path = join(tmpdir(), `wayproof-upload-${ids.next()}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await unlink(path)
    const keys = makeKeyPair()
    const writeResult = await writeSealed(file, keys.publicKey, source)
    if (writeResult.ok) return ok({ read: () => readSealed(file, keys), remove: () => file.close() })
    await file.close()
    return writeResult
  } catch (error) {
    await file.close()
    throw error
  }
}

async function writeSealed(
  file: FileHandle,
  publicKey: Uint8Array,
  source: AsyncIterable<Uint8Array>,
): Promise<Outcome<null, ReadFault>> {
  const stream = sealTo(publicKey, LABEL)
  await file.writeFile(stream.opening)
  let waiting: Uint8Array = new Uint8Array()
  let bytes = 0
  const pieces = source[Symbol.asyncIterator]()
  for (;;) {
    const next = await pieces.next().catch(() => null)
    if (next === null) return fail('upload-broken')
    if (next.done) break
    bytes += next.value.byteLength
    if (bytes > MAX_BYTES) {
      await pieces.return?.()
      return { ok: false, fault: tooLarge }
    }
    waiting = Buffer.concat([waiting, next.value])
    for (; waiting.length > CHUNK_BYTES; waiting = waiting.subarray(CHUNK_BYTES))
      await file.writeFile(stream.seal(waiting.subarray(0, CHUNK_BYTES), false))
  }
  await file.writeFile(stream.seal(waiting, true))
  return ok(null)
}

/** Throws if the file was changed or cut. */
async function* readSealed(file: FileHandle, keys: KeyPair): AsyncGenerator<Uint8Array> {
  const { size } = await file.stat()
  const opening = await readAt(file, 0, OPENING_BYTES)
  const open = openFrom(keys, opening, LABEL)
  if (!open) throw new Error('a spooled upload was changed')
  for (let start = OPENING_BYTES; start < size; start += SEALED_CHUNK_BYTES) {
    const sealed = await readAt(file, start, Math.min(SEALED_CHUNK_BYTES, size - start))
    yield open(sealed, start + SEALED_CHUNK_BYTES >= size)
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
