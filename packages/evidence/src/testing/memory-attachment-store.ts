import { createHash } from 'node:crypto'
import { fail, ok } from '@wayproof/kernel/outcome'
import type { Attachment, AttachmentStore, NewAttachment } from '../attachments/ports.ts'
import type { RegisterId } from '../register.ts'

type StoredAttachment = Attachment & Pick<NewAttachment, 'register' | 'key'>

export interface AttachmentMemory {
  /** Keys of the rows that exist, by register. */
  readonly rows: ReadonlyMap<RegisterId, readonly string[]>
  attachments: readonly StoredAttachment[]
  /** Bytes by digest. */
  readonly files: Map<string, Uint8Array>
}

/** Files that prove rows, in memory. */
export function memoryAttachmentStore(memory: AttachmentMemory): AttachmentStore {
  const of = (register: RegisterId, key: string) =>
    memory.attachments.filter((attachment) => attachment.register === register && attachment.key === key)
  const find = (id: string) => memory.attachments.find((attachment) => attachment.id === id) ?? null
  return {
    list: async (register, key) => of(register, key).map(({ register: _register, key: _key, ...listed }) => listed),
    attach: async ({ at, by, bytes, ...attachment }) => {
      const { register, key } = attachment
      const digest = createHash('sha256').update(bytes).digest('hex')
      if (!memory.rows.get(register)?.includes(key)) return fail('row-unknown')
      if (
        of(register, key).some((storedAttachment) => storedAttachment.digest === digest && !storedAttachment.withdrawn)
      )
        return fail('evidence-twice')
      const stored = { ...attachment, digest, size: bytes.length, attachedAt: at, attachedBy: by, withdrawn: null }
      memory.attachments = [...memory.attachments, stored]
      memory.files.set(digest, bytes)
      return ok(null)
    },
    open: async (id) => {
      const attachment = find(id)
      const bytes = attachment && !attachment.withdrawn ? memory.files.get(attachment.digest) : undefined
      if (!attachment || !bytes) return null
      const { register, fileName, type, size, digest } = attachment
      return { register, fileName, type, size, digest, pieces: pieceOf(bytes) }
    },
    registerOf: async (id) => find(id)?.register ?? null,
    withdraw: async (id, stamp) => {
      const found = find(id)
      if (!found || found.withdrawn) return fail('evidence-unknown')
      memory.attachments = memory.attachments.map((attachment) =>
        attachment === found ? { ...attachment, withdrawn: stamp } : attachment,
      )
      const isNeeded = memory.attachments.some(
        (attachment) => attachment.digest === found.digest && !attachment.withdrawn,
      )
      if (!isNeeded) memory.files.delete(found.digest)
      return ok(null)
    },
  }
}

async function* pieceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
