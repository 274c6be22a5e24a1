import type { Service } from '@wayproof/oversight/services'
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

/**
 * Notes that the scheduler runs, and reports services that have been silent for too long. While the clock is not trusted
 * nothing is reported, because a jump would make every service look silent.
 */
export async function watchServices(
  { store: { services }, clock, clockGuard }: Omit<ServicePorts, 'transport'>,
  others: readonly NotedService[],
): Promise<void> {
  await services.keepOnly(['scheduler', ...others])
  await services.noteContact('scheduler', '', clock.now())
  if (clockGuard.isTrusted()) await services.reportSilent(others, clock.now())
}

/** Connects to the mail server, because without letters nothing else does. */
export async function checkMailServer({ store: { services }, transport, clock }: ServicePorts): Promise<void> {
  const error = await transport.check()
  if (error === null) await services.noteContact('mail-server', transport.place, clock.now())
  else await services.noteFailure('mail-server', transport.place, error, clock.now())
}
