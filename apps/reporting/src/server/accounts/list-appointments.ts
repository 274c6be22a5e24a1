import type { Person } from '@wayproof/accounts/accounts/person'
import type { Appointment } from '@wayproof/accounts/appointments/appointment'
import { approversOf } from '../approvals/approvers.ts'
import { colleagues } from '../approvals/colleagues.ts'
import type { Services } from '../trpc/context.ts'
import { MANAGER_ROLES } from './manager-roles.ts'

export interface WaitingAppointment extends Omit<Appointment, 'confirmed'> {
  /** Names of the people who may confirm it. */
  readonly confirmers: readonly string[]
  /** Whether the reader may confirm it. */
  readonly mayConfirm: boolean
}

export interface AppointmentsView {
  readonly waiting: readonly WaitingAppointment[]
  /** Confirmed appointments, newest first; only for readers who manage accounts. */
  readonly history: readonly Appointment[]
}

/** Lists open and confirmed appointments: all for managers of accounts; for others, those that they may confirm. */
export async function listAppointments(
  services: Pick<Services, 'store' | 'clock' | 'keyring'>,
  reader: Pick<Person, 'id' | 'role'>,
): Promise<AppointmentsView> {
  const { appointments } = services.store
  const allAppointments = await appointments.list(services.clock.now())
  const users = await colleagues(services)
  const waiting = await Promise.all(
    allAppointments
      .filter(({ confirmed }) => confirmed === null)
      .map(async ({ confirmed: _, ...appointment }) => {
        const confirmers = approversOf('officers-or-third', await appointments.hands(appointment.id), users)
        const mayConfirm = confirmers.some(({ id }) => id === reader.id)
        return { ...appointment, confirmers: confirmers.map(({ name }) => name), mayConfirm }
      }),
  )
  if (!MANAGER_ROLES.includes(reader.role))
    return { waiting: waiting.filter(({ mayConfirm }) => mayConfirm), history: [] }
  return { waiting, history: allAppointments.filter(({ confirmed }) => confirmed !== null) }
}
