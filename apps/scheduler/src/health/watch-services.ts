import type { Instant } from '@wayproof/kernel/clock'
import type { Service } from '@wayproof/oversight/services/service'
import type { BounceSource } from '../bounces/bounce-source.ts'
import type { ServicePorts } from '../scheduler-ports.ts'

type NotedService = Exclude<Service, 'scheduler'>

/** The services that this installation has besides the scheduler: a folder is neither a server nor a mailbox. */
export const servicesOf = (
  { kind }: ServicePorts['transport'],
  bounceSources: readonly Pick<BounceSource, 'kind'>[],
): readonly NotedService[] => [
  ...(kind === 'smtp' ? (['mail-server'] as const) : []),
  ...(bounceSources.some((source) => source.kind === 'mailbox') ? (['bounce-mailbox'] as const) : []),
]

/** A longer pause between two calls means that this process was stopped or its clock was set. */
const LONGEST_PAUSE_MS = 120_000

/**
 * Notes that the scheduler runs, and reports services that have been silent for too long. Silence counts from the moment at
 * which this process began or went on, because before it nobody tried to reach them; while the clock is not trusted nothing is
 * reported. Call it every few seconds.
 */
export function serviceWatch(
  { store: { services }, clock, clockGuard }: Omit<ServicePorts, 'transport'>,
  others: readonly NotedService[],
): () => Promise<void> {
  let last: Instant | null = null
  let watchedSince = clock.now()
  return async () => {
    const now = clock.now()
    if (last !== null && (now < last || now - last > LONGEST_PAUSE_MS)) watchedSince = now
    last = now
    await services.keepOnly(['scheduler', ...others])
    await services.noteContact('scheduler', '', now)
    if (clockGuard.isTrusted()) await services.reportSilent(others, watchedSince, now)
  }
}

/** Connects to the mail server, because without letters nothing else does. */
export async function checkMailServer({ store: { services }, transport, clock }: ServicePorts): Promise<void> {
  const error = await transport.check()
  if (error === null) await services.noteContact('mail-server', transport.place, clock.now())
  else await services.noteFailure('mail-server', transport.place, error, clock.now())
}
