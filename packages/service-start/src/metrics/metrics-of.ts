import { listenFaults } from '../listen-faults.ts'
import type { Service, ServiceConfig } from '../open-service.ts'
import { type Metrics, type MetricsOptions, openMetrics } from './open-metrics.ts'

type Options = Omit<MetricsOptions, 'port'> & {
  /** The setting with the port. */
  readonly name: string
}

/** The metrics of a service; null without a port. A port in use ends the process with a sentence. */
export async function metricsOf(
  {
    config: { metricsPort },
    stopForSettings,
  }: Pick<Service<Pick<ServiceConfig, 'metricsPort'>>, 'config' | 'stopForSettings'>,
  { name, ...options }: Options,
): Promise<Metrics | null> {
  if (metricsPort === null) return null
  return openMetrics({ port: metricsPort, ...options }).catch((error: unknown) =>
    stopForSettings(listenFaults(error, { name, value: metricsPort }, '127.0.0.1')),
  )
}
