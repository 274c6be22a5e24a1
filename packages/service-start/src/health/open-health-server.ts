import { listenAlone, type OpenServer } from '../listen-alone.ts'
import type { HealthCheck } from './health-check.ts'

/** Serves only the health check, for an app without pages. Rejects if the port is taken. */
export const openHealthServer = (
  health: HealthCheck,
  place: { readonly host: string; readonly port: number },
): Promise<OpenServer> =>
  listenAlone(
    health.before((_, response) => {
      response.writeHead(404).end()
    }),
    place,
  )
