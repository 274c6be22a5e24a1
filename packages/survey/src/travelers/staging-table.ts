import type { AddressKeys } from './address-keys.ts'
import type { ClashingRows } from './clashing-row.ts'
import type { TravelerImport, TravelerImportCounts } from './ports.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

/** Encrypts and stores travelers until the register takes them over, on this or another thread. */
export interface StagingTable {
  stage(chunk: TravelerChunk): Promise<void>
  repeated(): Promise<ClashingRows>
  takeIn(file: TravelerImport): Promise<TravelerImportCounts>
  close(): Promise<void>
}

export interface Staging {
  /** Name of the table. */
  readonly name: string
  readonly keys: AddressKeys
  /** Most clashing rows that are listed; all are counted. */
  readonly told: number
}
