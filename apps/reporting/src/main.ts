import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { system, systemClock, systemSleep, systemStopwatch } from '@wayproof/kernel/system'
import { healthCheck } from '@wayproof/service-start/health/health-check'
import { listenFaults } from '@wayproof/service-start/listen-faults'
import { metricsOf } from '@wayproof/service-start/metrics/metrics-of'
import { openService } from '@wayproof/service-start/open-service'
import { say } from '@wayproof/service-start/say'
import { closeServer, onStopSignal } from '@wayproof/service-start/stop'
import { readConfig } from './config.ts'
import { inviteFirstOfficer } from './server/accounts/invite-first-officer.ts'
import { bindServices } from './server/bind-services.ts'
import { countRequests } from './server/http/count-requests.ts'
import { cutHangingBodies } from './server/http/hanging-body.ts'
import { readWebFiles } from './server/http/web-files.ts'
import { httpApp } from './server/http.ts'
import { bindWatch } from './server/services/bind-watch.ts'
import { surveyPorts } from './server/trpc/ports.ts'

const WATCH_EVERY_MS = 30_000
/** Another process's change is heard after this time at most. */
const LOOK_EVERY_MS = 3000

const service = await openService({
  name: 'reporting',
  logClock: systemClock,
  system,
  readConfig,
  printFault: console.log,
  address: (settings) => ({ ...settings, name: 'REPORTING_PORT' }),
  damageSentence: ({ databaseFaults }) => databaseFaults.damaged(''),
})
const { config, log, store, unlessDamaged } = service
const metrics = await metricsOf(service, { name: 'REPORTING_METRICS_PORT', isCoarse: false })
const countRefused = metrics?.counter({
  name: 'reporting_forms_refused_total',
  help: 'Forms without a sign-in refused by a limit.',
  labels: [],
})
const services = await bindServices(service, {
  onRefused: () => countRefused?.({}),
  stopwatch: systemStopwatch,
  repeat: (work) => {
    const looking = setInterval(() => void work(), LOOK_EVERY_MS)
    return () => clearInterval(looking)
  },
})
await unlessDamaged(publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE }))

const web = readWebFiles(fileURLToPath(new URL('../dist/web', import.meta.url)))
// Only the built server draws: its sources import style sheets, which Node does not read.
const { drawHome } = await import('./web/drawing/draw-home.tsx').catch(() => ({ drawHome: null }))
const health = healthCheck({ health: store.health, clock: systemClock, addresses: config.addresses })
const pages = getRequestListener(httpApp(services, web, drawHome).fetch)
const server = createServer(health.before(metrics ? countRequests(metrics, pages) : pages))
cutHangingBodies(server)
server.once('error', (error) => {
  const port = { name: 'REPORTING_PORT', value: config.port }
  service.stopForSettings(listenFaults(error, port, { name: 'HOST', value: `${config.host}:${config.port}` }))
})
server.listen(config.port, config.host)
await once(server, 'listening')
say(({ settings }) => settings.listening(config.reportingUrl))
service.checkStructure(
  (faults) => log({ level: 'error', at: 'database', code: 'damaged', faults }),
  (error) => log({ level: 'error', at: 'database', code: 'unchecked', message: String(error) }),
)
await unlessDamaged(services.clockGuard.check())
// Invites only now, because a start that finds its port in use must not end the link of the running server.
const link = await unlessDamaged(inviteFirstOfficer(services))
if (link) say(({ settings }) => settings.firstOfficer(link))

const watch = bindWatch(service, systemStopwatch)
const watching = setInterval(() => {
  void watch()
  services.resetLimit.forgetOldDay(systemClock.now())
}, WATCH_EVERY_MS)

onStopSignal(async () => {
  clearInterval(watching)
  services.changes.close()
  await closeServer(server, { health, sleep: systemSleep, drainMs: config.drainMs })
  await Promise.all([services.reportPrinter.close(), store.close()])
  process.exit(0)
})
