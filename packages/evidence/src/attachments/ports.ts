import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { RegisterId } from '../register.ts'
import type { EvidenceType } from './evidence-type.ts'

/** A file attached to a row. */
export interface Attachment {
  readonly id: Id
  readonly fileName: string
  readonly type: EvidenceType
  /** In bytes. */
  readonly size: number
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string
  /** Origin of the file, in the words of the person who attached it. */
  readonly source: string
  readonly attachedAt: Instant
  /** Name of the user, or the id of a deleted user. */
  readonly attachedBy: string
  /** Set once the bytes are deleted; the entry remains. */
  readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

export interface NewAttachment {
  readonly id: Id
  readonly register: RegisterId
  /** Key of the row. */
  readonly key: string
  readonly fileName: string
  readonly type: EvidenceType
  readonly bytes: Uint8Array
  readonly source: string
  readonly at: Instant
  /** Id of the user. */
  readonly by: Id
}

/** The bytes of an attachment for download. */
export interface StoredEvidence {
  readonly register: RegisterId
  readonly fileName: string
  readonly type: EvidenceType
  readonly size: number
  readonly digest: string
  readonly pieces: AsyncIterable<Uint8Array>
}

export interface AttachmentStore {
  /** In order of attachment, including withdrawn ones. */
  list(register: RegisterId, key: string): Promise<readonly Attachment[]>
  /** Faults: `row-unknown`; `evidence-twice` if the row already has these bytes. */
  attach(attachment: NewAttachment): Promise<Outcome<null>>
  /** Returns the bytes of an attachment, or null if it is withdrawn or unknown. */
  open(id: Id): Promise<StoredEvidence | null>
  /** Returns the register of an attachment, or null if it is unknown. */
  registerOf(id: Id): Promise<RegisterId | null>
  /**
   * Withdraws an attachment. Deletes its bytes unless they prove another row; the entry remains. Fault:
   * `evidence-unknown`.
   */
  withdraw(id: Id, stamp: { readonly at: Instant; readonly by: Id; readonly reason: string }): Promise<Outcome<null>>
}

/** A malware scanner. `unavailable`: it does not say whether the file is clean. */
export type ScanFile = (bytes: Uint8Array) => Promise<'clean' | 'infected' | 'unavailable'>

export interface AttachmentPorts {
  readonly attachments: AttachmentStore
  readonly clock: Clock
  readonly ids: Ids
  /** Null: files are not scanned. */
  readonly scan: ScanFile | null
}
