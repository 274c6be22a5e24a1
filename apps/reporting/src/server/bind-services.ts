import type { Stopwatch } from '@wayproof/kernel/clock'
import { clockOffsetFrom } from '@wayproof/kernel/clock-guard/compare-clock'
import { clockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import { callerAddress } from '@wayproof/kernel/network/caller-address'
import { openReportPrinter } from '@wayproof/letters/pdf/report-printer'
import { RULES } from '@wayproof/scorecard/rules'
import type { Service } from '@wayproof/service-start/open-service'
import type { Config } from '../config.ts'

import { resetLimit } from './accounts/reset-limit.ts'
import { clamdScanner } from './evidence/clamd-scanner.ts'
import { changeFeed, type Repeat } from './live/change-feed.ts'
import { providerClient } from './provider-sign-in/provider-client.ts'
import { CALLBACK } from './provider-sign-in/provider-route.ts'
import { authentication } from './sign-in/auth.ts'

/** Binds the dependencies of routes and procedures to the open store. `onRefused` counts the forms that a limit refused. */
export async function bindServices(
  { config, system, store, keyring, log }: Service<Config>,
  {
    stopwatch,
    repeat,
    onRefused,
  }: { readonly stopwatch: Stopwatch; readonly repeat: Repeat; readonly onRefused: () => void },
) {
  const { clock, ids, tokens } = system
  const clockOffset = clockOffsetFrom(config.timeUrl, clock)
  const callers = callerAddress(config.trustedProxies)
  const bound = { clock, ids, tokens, keyring, ...config, rules: RULES, log, clockOffset, callerAddress: callers }
  return {
    ...bound,
    store,
    resetLimit: resetLimit({ store, tokens, onRefused }),
    auth: await authentication({ ...bound, store }),
    provider: config.provider && providerClient(config.provider, `${config.reportingUrl}${CALLBACK}`),
    clockGuard: clockGuard({ clock, stopwatch, clockOffset, trustedClock: store.trustedClock }),
    scan:
      config.scannerAddress &&
      clamdScanner(config.scannerAddress, { log, deadline: (milliseconds) => AbortSignal.timeout(milliseconds) }),
    changes: changeFeed({ auditLog: store.auditLog, arrivals: () => store.arrivals(), repeat }),
    reportPrinter: openReportPrinter((milliseconds) => AbortSignal.timeout(milliseconds)),
  }
}
