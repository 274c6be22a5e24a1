import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type AppProcess, startApp } from '@wayproof/local-stack/processes/app-process'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import type { AppName } from '@wayproof/local-stack/processes/node-options'

/** A process of an installation that is started again after each end. */
export interface Instance {
  readonly name: AppName
  /** Its port; 0 for a scheduler. */
  readonly port: number
  readonly log: string
  /** Ends it like a power cut, and starts it again. */
  kill(): Promise<void>
  /** Asks it to finish, and starts it again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Processes of one installation on one database. */
export interface Cluster {
  readonly surveys: readonly Instance[]
  readonly schedulers: readonly Instance[]
  /** Processes that ended although nobody had ended them. */
  readonly crashes: () => number
  stop(): Promise<void>
}

export interface ClusterSize {
  readonly surveys: number
  readonly schedulers: number
}

type Settings = Readonly<Record<string, string>>

const FIRST_PORT = 4_600
/** A process that finds no database at its start ends; a supervisor starts it again after a pause. */
const RESTART_PAUSE_MS = 200

/** Starts the processes over the installation of `settings`; logs go into `data`. */
export async function startCluster(settings: Settings, data: string, size: ClusterSize): Promise<Cluster> {
  let crashes = 0
  const crashed = () => {
    crashes += 1
  }
  const surveys: Instance[] = []
  const schedulers: Instance[] = []
  const stop = async () => void (await Promise.all([...surveys, ...schedulers].map((each) => each.stop())))
  const urls = { SURVEY_URL: `http://127.0.0.1:${FIRST_PORT}`, REPORTING_URL: `http://127.0.0.1:${FIRST_PORT - 1}` }
  try {
    for (let n = 0; n < size.surveys; n += 1) {
      const instance = await onFreePort((surveys.at(-1)?.port ?? FIRST_PORT - 1) + 1, (port) => {
        const own = { ...settings, ...urls, SURVEY_PORT: String(port), ACCESS_LOG: join(data, `access-${n}.log`) }
        return startInstance('survey', own, {
          port,
          log: join(data, `survey-${n}.log`),
          sign: urls.SURVEY_URL,
          crashed,
        })
      })
      surveys.push(instance)
    }
    for (let n = 0; n < size.schedulers; n += 1) {
      const log = join(data, `scheduler-${n}.log`)
      const sign = settings.SMTP_URL?.replace('smtp://', '') ?? ''
      schedulers.push(await startInstance('scheduler', { ...settings, ...urls }, { port: 0, log, sign, crashed }))
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { surveys, schedulers, crashes: () => crashes, stop }
}

interface Start {
  readonly port: number
  readonly log: string
  /** Part of the line that the process prints once it works. */
  readonly sign: string
  readonly crashed: () => void
}

async function startInstance(
  name: AppName,
  settings: Settings,
  { port, log, sign, crashed }: Start,
): Promise<Instance> {
  let isWanted = true
  let isEnding = false
  const start = async (): Promise<AppProcess> => {
    const app = startApp(name, settings, log)
    try {
      await app.line((line) => line.includes(sign) || undefined)
    } catch (error) {
      await app.stop()
      throw error
    }
    void app.ended().then(({ signal, code }) => {
      if (isWanted && !isEnding && running === app && signal !== 'SIGKILL') crashed()
      return code
    })
    return app
  }
  const startAgain = async (): Promise<AppProcess> => {
    for (;;) {
      try {
        return await start()
      } catch (error) {
        if (!isWanted) throw error
        await wait(RESTART_PAUSE_MS)
      }
    }
  }
  let running = await start()
  let starting: Promise<unknown> = Promise.resolve()
  const replace = async (end: () => Promise<void>) => {
    isEnding = true
    await end()
    const again = startAgain().then((app) => {
      running = app
      isEnding = false
    })
    starting = again.catch(() => {})
    await again
  }
  return {
    name,
    port,
    log,
    kill: () => replace(() => running.kill()),
    restart: () => replace(() => running.stop()),
    stop: async () => {
      isWanted = false
      await starting
      await running.stop()
    },
  }
}
