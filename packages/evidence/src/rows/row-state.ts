import type { CalendarDate } from '@wayproof/kernel'
import type { Cell } from '../import/field.ts'
import type { RegisterId, RegisterRows } from '../register.ts'
import { type AgreementState, agreementState } from '../registers/agreement.ts'
import { type AuditFindingState, auditFindingState } from '../registers/audit-finding.ts'
import { type RoundStep, roundStep } from '../registers/audit-round.ts'
import { type SecurityFindingState, securityFindingState } from '../registers/security-finding.ts'

export type RowState = AgreementState | RoundStep | AuditFindingState | SecurityFindingState

const STATES: {
  readonly [Id in RegisterId]?: (row: RegisterRows[Id], today: CalendarDate) => RowState
} = {
  'partner-agreements': agreementState,
  'audit-rounds': roundStep,
  'audit-findings': auditFindingState,
  'security-findings': securityFindingState,
}

/** Returns true if rows of the register have a state that depends on the day. */
export const hasStates = (register: RegisterId): boolean => STATES[register] !== undefined

/** State of a row on a day, computed from its cells and never stored. Null for registers without states. */
export function rowState(
  register: RegisterId,
  cells: Readonly<Record<string, Cell>>,
  today: CalendarDate,
): RowState | null {
  const of = STATES[register] as ((row: unknown, today: CalendarDate) => RowState) | undefined
  return of?.(cells, today) ?? null
}
