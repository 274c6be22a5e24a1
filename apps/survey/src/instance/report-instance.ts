import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Service } from '@wayproof/service-start/open-service'
import { REPORT_INTERVAL_MS } from '@wayproof/survey/wave-keys/survey-instances'
import type { Config } from '../config.ts'

/** This process among the instances of the survey app. */
export interface ReportedInstance {
  readonly stop: () => Promise<void>
}

const NOTHING: ReportedInstance = { stop: async () => {} }

/**
 * Reports to the database that this instance runs, and which keys of open waves it has: letters leave only when every
 * instance can take the answers. Deletes its keys of closed waves. Resolves after the first report.
 */
export async function reportInstance({
  store: { surveyInstances },
  system,
  log,
}: Pick<Service<Config>, 'store' | 'system' | 'log'>): Promise<ReportedInstance> {
  if (!surveyInstances) return NOTHING
  const id = system.ids.next()
  let missing: readonly PeriodKey[] = []
  let isStopped = false
  const report = async () => {
    try {
      const missingPeriods = await surveyInstances.report(id)
      for (const period of missingPeriods)
        if (!missing.includes(period)) log({ level: 'error', event: 'wave-key-missing', period })
      missing = missingPeriods
    } catch (error) {
      log({ level: 'error', event: 'instance-not-reported', error: String(error) })
    }
  }
  await report()
  const reportUntilStopped = async () => {
    while (!isStopped) {
      await system.sleep(REPORT_INTERVAL_MS)
      if (!isStopped) await report()
    }
  }
  void reportUntilStopped()
  return {
    stop: async () => {
      isStopped = true
      await surveyInstances.leave(id).catch((error) => log({ event: 'instance-not-reported', error: String(error) }))
    },
  }
}
