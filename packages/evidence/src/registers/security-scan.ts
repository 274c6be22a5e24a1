import type { Field, RowOf } from '../import/field.ts'

/** A vulnerability scan (monthly) or penetration test (yearly). */
export const securityScanFields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'kind', kind: 'text', required: true, values: ['scan', 'penetration-test'] },
  { name: 'performedOn', kind: 'day', required: true, past: true },
] as const satisfies readonly Field[]

export type SecurityScan = RowOf<typeof securityScanFields>

export const securityScanKey = (row: SecurityScan): string[] => [row.id]
