import './react.config.ts'
import { system, systemClock, systemSleep } from '@wayproof/kernel/system'
import { healthCheck } from '@wayproof/service-start/health/health-check'
import { listenFaults } from '@wayproof/service-start/listen-faults'
import { metricsOf } from '@wayproof/service-start/metrics/metrics-of'
import { openService } from '@wayproof/service-start/open-service'
import { say } from '@wayproof/service-start/say'
import { closeServer, onStopSignal } from '@wayproof/service-start/stop'
import { serverOptions, surveyListener } from './answering/survey-listener.ts'
import { bindApp } from './bind-app.ts'
import { readConfig } from './config.ts'
import { accessLogReason, fileAccessLog } from './http/access-log.ts'
import { reportInstance } from './instance/report-instance.ts'

const service = await openService({
  name: 'survey',
  // Log lines have no time: an error with a time would reveal when someone answered.
  logClock: null,
  system,
  readConfig,
  printFault: console.error,
  address: (settings) => ({ ...settings, name: 'SURVEY_PORT' }),
  damageSentence: ({ survey }) => survey.notices['no-answers'].text,
})
const { config, log, store } = service
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
const accessLog =
  config.accessLog === null
    ? null
    : fileAccessLog(
        config.accessLog,
        () => systemSleep(50),
        (error) => log({ event: 'access-log-failed', error: reasonOf(error) }),
      )
const metrics = await metricsOf(service, { name: 'SURVEY_METRICS_PORT', isCoarse: true })
const countRefused = metrics?.counter({
  name: 'survey_forms_refused_total',
  help: 'Forms refused by a limit, in steps of 10.',
  labels: [],
})
const app = bindApp(service, {
  // Without a file there is no access log: a journal or a container would add a time to each line.
  access: accessLog?.write ?? (() => {}),
  onRefused: () => countRefused?.({}),
})
// Without a new post, too, the networks of a day are forgotten after it.
setInterval(() => {
  for (const limit of Object.values(app.formLimits)) limit.forgetOldDay(systemClock.now())
}, 60_000).unref()
const health = healthCheck({ health: store.health, clock: systemClock, addresses: config.addresses })

// An import of node:http would load Node's fetch classes as well: 7 MB.
const { createServer } = process.getBuiltinModule('node:http')

app.access(accessLogReason)
const instance = await reportInstance(service)
const server = createServer(serverOptions, health.before(surveyListener(app)))
server.once('error', (error) => {
  const port = { name: 'SURVEY_PORT', value: config.port }
  service.stopForSettings(listenFaults(error, port, { name: 'HOST', value: `${config.host}:${config.port}` }))
})
server.listen(config.port, config.host, () => {
  say(({ survey }) => survey.listening(config.surveyUrl))
  service.checkStructure(
    () => {},
    (error) => log({ event: 'database-unchecked', error: reasonOf(error) }),
  )
})
onStopSignal(async () => {
  await closeServer(server, { health, sleep: systemSleep, drainMs: config.drainMs })
  await instance.stop()
  await store.close()
  await accessLog?.flush()
  process.exit(0)
})
