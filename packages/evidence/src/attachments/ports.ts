import type { Clock, Id, Ids, Instant, Outcome } from '@wayproof/kernel'
import type { RegisterId } from '../register.ts'
import type { EvidenceType } from './evidence-type.ts'

/** A file attached to a row. */
export interface Attachment {
  readonly id: Id
  readonly fileName: string
  readonly type: EvidenceType
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string
  /** Where the file is from, in the words of who attached it. */
  readonly source: string
  readonly attachedAt: Instant
  /** A user's name, or the id of one who is gone. */
  readonly attachedBy: string
  /** Its bytes are gone; that it was there is not. */
  readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

export interface NewAttachment {
  readonly id: Id
  readonly register: RegisterId
  /** The key of the row. */
  readonly key: string
  readonly fileName: string
  readonly type: EvidenceType
  readonly bytes: Uint8Array
  readonly source: string
  readonly at: Instant
  /** Id of the user. */
  readonly by: Id
}

/** Bytes on their way out. */
export interface StoredEvidence {
  readonly register: RegisterId
  readonly fileName: string
  readonly type: EvidenceType
  readonly size: number
  readonly digest: string
  readonly pieces: Iterable<Uint8Array>
}

export interface AttachmentStore {
  /** In the order in which they were attached, withdrawn ones too. */
  list(register: RegisterId, key: string): Promise<readonly Attachment[]>
  /** Faults `row-unknown`, `evidence-twice`: the row has these bytes already. */
  attach(attachment: NewAttachment): Promise<Outcome<null>>
  /** The bytes of an attachment that is not withdrawn. */
  open(id: Id): Promise<StoredEvidence | null>
  /** The register of an attachment; null where there is none. */
  registerOf(id: Id): Promise<RegisterId | null>
  /** Deletes the bytes unless they prove another row, and keeps the line. Fault `evidence-unknown`. */
  withdraw(id: Id, stamp: { readonly at: Instant; readonly by: Id; readonly reason: string }): Promise<Outcome<null>>
}

export interface AttachmentPorts {
  readonly attachments: AttachmentStore
  readonly clock: Clock
  readonly ids: Ids
}
