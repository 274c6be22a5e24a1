import './react.config.ts'
import { system, systemClock, systemStopwatch } from '@wayproof/kernel/system'
import { healthCheck } from '@wayproof/service-start/health/health-check'
import { openHealthServer } from '@wayproof/service-start/health/open-health-server'
import { listenFaults } from '@wayproof/service-start/listen-faults'
import { metricsOf } from '@wayproof/service-start/metrics/metrics-of'
import { openService } from '@wayproof/service-start/open-service'
import { say } from '@wayproof/service-start/say'
import { onStopSignal } from '@wayproof/service-start/stop'
import { bindPorts } from './bind-ports.ts'
import { readConfig } from './config.ts'
import { schedulerFigures } from './health/scheduler-figures.ts'
import { runScheduler } from './scheduler.ts'

const service = await openService({
  name: 'scheduler',
  logClock: systemClock,
  system,
  readConfig,
  printFault: console.log,
  address: ({ healthAddress: place }) => place && { ...place, name: 'SCHEDULER_PORT' },
  damageSentence: ({ databaseFaults }) => databaseFaults.damaged(''),
})
const { config, log, store } = service
const metrics = await metricsOf(service, { name: 'SCHEDULER_METRICS_PORT', isCoarse: false })
const ports = {
  ...(await bindPorts(service, systemStopwatch)),
  figures: schedulerFigures(metrics, { outbox: store.outbox, health: store.health, clock: systemClock }),
}
const abort = new AbortController()
const health = healthCheck({
  health: store.health,
  clock: systemClock,
  addresses: config.addresses,
  needs: ['scheduler-silent'],
})
onStopSignal(() => {
  health.stop()
  abort.abort()
})
say(({ scheduler: { started, delivers, reads } }) => {
  const sources = ports.bounceSources.map(({ kind, place }) => ` ${reads[kind](place)}`)
  return `${started} ${delivers[ports.transport.kind](ports.transport.place)}${sources.join('')}`
})

const { healthAddress } = config
const healthServer =
  healthAddress &&
  (await openHealthServer(health, healthAddress).catch((error: unknown) => {
    const port = { name: 'SCHEDULER_PORT', value: healthAddress.port }
    const host = { name: config.metricsHost ? 'METRICS_HOST' : 'HOST', value: healthAddress.host } as const
    return service.stopForSettings(listenFaults(error, port, host))
  }))
const [faults, { warnings }] = await Promise.all([store.health.readiness(), store.health.read(systemClock.now())])
const toMend = [...faults, ...warnings].flatMap(({ code }) => (code === 'scheduler-silent' ? [] : [code]))
if (toMend.length > 0) log({ event: 'health', codes: toMend })
service.checkStructure(
  (faults) => log({ event: 'database-damaged', faults }),
  (error) => log({ event: 'database-unchecked', error: String(error) }),
)
await runScheduler(ports, abort.signal)
await healthServer?.close()
for (const source of ports.bounceSources) await source.close()
await ports.transport.close()
await ports.reportPrinter.close()
await store.close()
say(({ scheduler }) => scheduler.stopped)
process.exit(0)
