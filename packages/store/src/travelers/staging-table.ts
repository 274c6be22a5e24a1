import type { ClashingRows, TravelerImport, TravelerImportCounts } from '@wayproof/survey'
import type { AddressKeys } from './address-keys.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

/** Where travelers are sealed and held until the register takes them in: here, or in another thread. */
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
  /** Rows that clash and are told; the others are counted. */
  readonly told: number
}
