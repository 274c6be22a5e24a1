import { randomUUID } from 'node:crypto'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { CaseKind } from '../rights/rights-case.ts'

/** A case with the dates of the register. */
export interface WrittenCase {
  readonly kind: CaseKind
  readonly receivedOn: string
  readonly dueOn: string | null
  readonly answeredOn: string | null
  readonly closedOn: string | null
}

export async function addCases(database: StoreDatabase, cases: readonly WrittenCase[]): Promise<void> {
  const { rightsCase } = await database.records()
  const others = { status: 'received', anonymous: true, locale: 'en' }
  await rightsCase.createMany({ data: cases.map((written) => ({ id: randomUUID(), ...written, ...others })) })
}
