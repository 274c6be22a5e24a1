import type { CalendarPorts } from '../scheduler-ports.ts'

/** Gives new entries of the audit log their place in the chain. Several schedulers may do it at once. */
export async function chainAuditLog({ store, clock }: CalendarPorts): Promise<void> {
  await store.auditLog.chainNew(clock.now())
}

/** Verifies the chain once a day; the result is shown with the log. */
export async function verifyAuditLog({ store, clock, log }: CalendarPorts): Promise<void> {
  const { entries, faults } = await store.auditLog.verify(clock.now())
  const [fault] = faults
  if (fault) log({ level: 'error', event: 'audit-log-altered', entries, fault })
}
