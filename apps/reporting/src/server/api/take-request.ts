import type { BadRows, Cell, RequestReceipt, TableRow } from '@wayproof/evidence'
import { MAX_ROWS } from './row-schema.ts'

/** A request whose rows were read. */
export interface TakeRequest {
  readonly rows: readonly TableRow<Readonly<Record<string, Cell>>>[]
  readonly body: Uint8Array
  readonly bodyHash: Uint8Array
  /** Null where the sender gave the request no name. */
  readonly named: RequestReceipt | null
  /** Name of the key. */
  readonly by: string
  /** Faults of rows that could not be read: nothing is taken, and the others are looked at all the same. */
  readonly unread: BadRows | null
  /** Valid rows among them. */
  readonly leftOut: readonly TableRow<Readonly<Record<string, Cell>>>[]
}

export type PutFault =
  | { readonly code: 'bad-json' | 'no-rows' | 'too-many-rows' | 'asked-otherwise' | 'registers-changed' }
  | BadRows

/** Faults told of a request. As many as rows that each repeat one other's number and one other's address. */
export const MAX_FAULTS = 2 * MAX_ROWS

/** Name of a request, shown instead of a file's name. */
export const requestName = (register: string): string => `POST /api/v1/registers/${register}/rows`
