import './react.config.ts'
import { createServer } from 'node:http'
import { LOCALES } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import { operationLog } from '@wayproof/kernel/operation-log'
import { type SettingFault, UNUSABLE_SETTINGS } from '@wayproof/kernel/setting'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { type Messages, messages, type SettingFaultCode } from '@wayproof/messages'
import { closeFiles, DatabaseFault, keepFilesPrivate, openKeyFile, openStore } from '@wayproof/store'
import { serverOptions, surveyListener } from './answering/survey-listener.ts'
import { readConfig } from './config.ts'
import { accessLogReason, fileAccessLog } from './http/access-log.ts'
import { tryLimits } from './http/try-limit.ts'
import { mailEventCheck } from './mail-events/mail-event-signature.ts'
import type { SurveyApp } from './survey-app.ts'

// Log lines have no time either: an error with a time would reveal when someone answered.
const log = operationLog('survey', null)
const say = (sentence: (words: Messages) => string, out: (line: string) => void = console.log) => {
  for (const locale of LOCALES) out(sentence(messages(locale)))
}
const stop: (sentence: (words: Messages) => string, exitCode?: number) => never = (sentence, exitCode = 1) => {
  say(sentence, console.error)
  process.exit(exitCode)
}
const stopForSettings = (faults: readonly SettingFault<SettingFaultCode>[]) =>
  stop(({ settings }) => {
    const lines = faults.map(({ code, name, value }) => `  ${settings.faults[code](name, value)}`)
    return [settings.stopped, ...lines].join('\n')
  }, UNUSABLE_SETTINGS)
const stopWithoutDatabase = (error: unknown) => {
  if (!(error instanceof DatabaseFault)) throw error
  log({ level: 'error', event: 'database', code: error.code, message: error.message })
  return stop(({ databaseFaults }) => databaseFaults[error.code](error.detail))
}
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

keepFilesPrivate()
const read = readConfig()
const config = read.ok ? read.value : stopForSettings(read.faults)
const closed = closeFiles(config)
if (closed[0]) say(({ settings }) => settings.filesClosed(closed.length, closed[0] ?? ''))
const startEmpty = process.argv.includes('--new')
const key = openKeyFile(config.keyFile, systemTokens, config.databaseUrl, { startEmpty })
const keyFile = key.ok
  ? key.value
  : stopForSettings([{ name: 'KEY_FILE', value: key.fault.figures.path, code: key.fault.code }])
if (keyFile.made) say(({ settings }) => settings.keyMade(config.keyFile))

const system = { clock: systemClock, ids: systemIds, tokens: systemTokens, sleep: systemSleep }
const keys = keyring(keyFile.key)
const store = await openStore({ ...config, ...system, keyring: keys, keyBinding: keyFile }).catch(stopWithoutDatabase)
const accessLog =
  config.accessLog === null
    ? null
    : fileAccessLog(
        config.accessLog,
        () => systemSleep(50),
        (error) => log({ event: 'access-log-failed', error: reasonOf(error) }),
      )
const app: SurveyApp = {
  ...system,
  survey: { ...system, store: store.survey, keyring: keys, timeZone: config.timeZone },
  rights: { ...system, rights: store.rights, keyring: keys, timeZone: config.timeZone },
  whistle: { ...system, reports: store.reports, keyring: keys, timeZone: config.timeZone },
  organisation: store.organisation,
  health: store.health,
  publicReports: store.publicReports,
  tries: tryLimits(),
  surveyUrl: config.surveyUrl,
  defaultLocale: config.defaultLocale,
  mailEvents:
    config.mailEventsSecret === null
      ? null
      : { markReported: store.markReported, check: mailEventCheck(config.mailEventsSecret) },
  access: accessLog?.write ?? console.log,
  log,
}

app.access(accessLogReason)
const server = createServer(serverOptions, surveyListener(app))
server.once('error', (error) => {
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  stopForSettings([
    taken
      ? { name: 'SURVEY_PORT', value: String(config.port), code: 'port-taken' }
      : { name: 'HOST', value: `${config.host}:${config.port}`, code: 'cannot-listen' },
  ])
})
server.listen(config.port, config.host, () => {
  say(({ survey }) => survey.listening(config.surveyUrl))
  void store.integrity.checkStructure().then(
    (state) => state === 'damaged' && say(({ databaseFaults }) => databaseFaults.damaged(''), console.error),
    (error) => console.error(reasonOf(error)),
  )
})

/** Pending answers are completed; a stuck connection does not keep the process alive. */
let finishing = false
const finish = () => {
  if (finishing) return
  finishing = true
  setTimeout(() => server.closeAllConnections(), 5000).unref()
  server.close(async () => {
    await store.close()
    await accessLog?.flush()
    process.exit(0)
  })
}
process.once('SIGTERM', finish)
process.once('SIGINT', finish)
