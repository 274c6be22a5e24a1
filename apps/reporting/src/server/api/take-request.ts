import type { Cell } from '@wayproof/evidence/import/field'
import type { TableRow } from '@wayproof/evidence/import/table'
import type { BadRows } from '@wayproof/evidence/import/table-fault'
import type { RequestReceipt } from '@wayproof/evidence/ports'
import { MAX_ROWS } from './row-schema.ts'

/** A request whose rows were read. */
export interface TakeRequest {
  readonly rows: readonly TableRow<Readonly<Record<string, Cell>>>[]
  readonly body: Uint8Array
  readonly bodyHash: Uint8Array
  /** Null if the sender gave no idempotency key. */
  readonly receipt: RequestReceipt | null
  /** Name of the key. */
  readonly keyName: string
  /** Faults of unreadable rows: nothing is written, but the other rows are checked as well. */
  readonly unread: BadRows | null
  /** Valid rows of the request. */
  readonly leftOut: readonly TableRow<Readonly<Record<string, Cell>>>[]
}

export type PutFault =
  | { readonly code: 'bad-json' | 'no-rows' | 'too-many-rows' | 'asked-otherwise' | 'registers-changed' }
  | BadRows

/** Limit of reported faults: enough for each row to repeat the number of one other and the address of another. */
export const MAX_FAULTS = 2 * MAX_ROWS

/** Name of a request, shown instead of a file's name. */
export const requestName = (register: string): string => `POST /api/v1/registers/${register}/rows`
