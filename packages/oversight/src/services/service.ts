import type { Instant } from '@wayproof/kernel/clock'

/** Parts of an installation whose silence somebody has to hear of. */
export const SERVICES = ['scheduler', 'mail-server', 'bounce-mailbox'] as const
export type Service = (typeof SERVICES)[number]

/** When a service last worked, as the scheduler wrote it down. */
export interface ServiceContact {
  readonly service: Service
  /** Host and port of a server, or a folder; empty for the scheduler. */
  readonly place: string
  readonly contactAt: Instant
  /** The last error since then; null if there was none. */
  readonly error: string | null
}

/** A time in which a service was silent; `until` is null while it lasts. */
export interface Outage {
  readonly service: Service
  readonly since: Instant
  readonly until: Instant | null
}

/** A service that has been silent for longer than this is reported. */
export const SILENT_AFTER_MS = 10 * 60_000

/** True if the service has been silent for longer than it may. */
export const isSilent = ({ contactAt }: Pick<ServiceContact, 'contactAt'>, now: Instant): boolean =>
  now - contactAt > SILENT_AFTER_MS

export type ServiceState = 'working' | 'failing' | 'silent' | 'unknown'

/**
 * The state of each service at `now`. Only the scheduler reaches the others, so nothing is known of them while it is
 * silent.
 */
export function serviceStates(
  contacts: readonly ServiceContact[],
  now: Instant,
): readonly (ServiceContact & { readonly state: ServiceState })[] {
  const scheduler = contacts.find(({ service }) => service === 'scheduler')
  const isSchedulerSilent = scheduler !== undefined && isSilent(scheduler, now)
  return SERVICES.flatMap((service) => contacts.filter((contact) => contact.service === service)).map((contact) => ({
    ...contact,
    state: stateOf(contact, isSchedulerSilent, now),
  }))
}

function stateOf(contact: ServiceContact, isSchedulerSilent: boolean, now: Instant): ServiceState {
  if (contact.service !== 'scheduler' && isSchedulerSilent) return 'unknown'
  if (isSilent(contact, now)) return 'silent'
  return contact.error === null ? 'working' : 'failing'
}

/** Letters that wait because a server is away, or refuses us as their sender. It ends once a letter is accepted. */
export interface DeliveryHold {
  /** The recipients' domain; empty if all letters wait. */
  readonly domain: string
  readonly since: Instant
  readonly cause: 'away' | 'refused'
  /** The server's reply, without addresses. */
  readonly reply: string
  readonly nextTryAt: Instant
}

/** Officers are asked about a hold that has lasted for this long. */
export const HELD_LONG_MS = 30 * 60_000
