import { listenFaults } from '../listen-faults.ts'
import type { Service, ServiceConfig } from '../open-service.ts'
import { type Metrics, type MetricsOptions, openMetrics, THIS_MACHINE } from './open-metrics.ts'

type Options = Pick<MetricsOptions, 'isCoarse'> & {
  /** The setting with the port. */
  readonly name: string
}

/** The metrics of a service; null without a port. A port in use ends the process with a sentence. */
export async function metricsOf(
  {
    config: { metricsPort, metricsHost = THIS_MACHINE },
    stopForSettings,
  }: Pick<Service<Pick<ServiceConfig, 'metricsPort' | 'metricsHost'>>, 'config' | 'stopForSettings'>,
  { name, ...options }: Options,
): Promise<Metrics | null> {
  if (metricsPort === null) return null
  return openMetrics({ host: metricsHost, port: metricsPort, ...options }).catch((error: unknown) =>
    stopForSettings(listenFaults(error, { name, value: metricsPort }, { name: 'METRICS_HOST', value: metricsHost })),
  )
}
