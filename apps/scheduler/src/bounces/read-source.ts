import type { BouncePorts, ServicePorts } from '../scheduler-ports.ts'
import { type BounceSource, PlaceUnreachable } from './bounce-source.ts'
import { takeBounces } from './take-bounces.ts'

type SourcePorts = BouncePorts & Pick<ServicePorts, 'store'>

/** Reads a source of bounces, and notes whether its mailbox could be reached. */
export async function readSource(ports: SourcePorts, source: BounceSource, signal: AbortSignal): Promise<void> {
  const { services } = ports.store
  const { kind, place } = source
  try {
    await takeBounces(ports, source, signal)
    if (kind === 'mailbox') await services.noteContact('bounce-mailbox', place, ports.clock.now())
  } catch (error) {
    if (error instanceof PlaceUnreachable)
      await services.noteFailure('bounce-mailbox', place, error.message, ports.clock.now())
    throw error
  }
}
