import type { Field, RowOf } from '../../import/field.ts'
import type { Description } from '../description.ts'

/** A vulnerability scan (monthly, of every system or not) or penetration test (yearly). */
const fields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'kind', kind: 'text', required: true, values: ['full-scan', 'scan', 'penetration-test'] },
  { name: 'performedOn', kind: 'day', required: true, past: true },
] as const satisfies readonly Field[]

export type SecurityScan = RowOf<typeof fields>

export const securityScans = {
  table: 'security_scan',
  fields,
  key: ['id'],
  keeper: 'it-security',
} as const satisfies Description<SecurityScan>
