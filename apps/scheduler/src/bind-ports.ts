import type { Instant, Stopwatch } from '@wayproof/kernel'
import { clockGuard, clockOffsetFrom, followClock } from '@wayproof/kernel/clock-guard'
import {
  beginsWithin,
  domainLimit,
  letterRenderer,
  outboxFolderTransport,
  rateWindow,
  smtpTransport,
  withinHours,
} from '@wayproof/letters'
import { hookSender } from '@wayproof/letters/hook'
import { publicNetwork } from '@wayproof/letters/network'
import { openReportPrinter, provePdf } from '@wayproof/letters/pdf'
import { previewLanguage, recentLanguages } from '@wayproof/messages/traveler'
import { RULES } from '@wayproof/scorecard'
import type { Service } from '@wayproof/service-start'
import { bounceFolder } from './bounces/bounce-folder.ts'
import { bounceMailbox } from './bounces/bounce-mailbox.ts'
import type { Config } from './config.ts'
import { threadComparison } from './policy-pages/compare-on-thread.ts'
import { pageFetcher } from './policy-pages/fetch-page.ts'

const deadline = (milliseconds: number) => AbortSignal.timeout(milliseconds)

/** Binds the dependencies of the scheduler's loops to the open store, the mail server and the bounce sources. */
export async function bindPorts({ config, system, store, keyring, log }: Service<Config>, stopwatch: Stopwatch) {
  const { sleep } = system
  const { mail, sendingHours, webHook, defaultLocale: locale, ...otherSettings } = config
  // Schedulers on several machines agree on leases and dates, however wrong their own clocks are.
  const clock = followClock(system.clock, store.databaseTime)
  await clock.follow()
  const guard = clockGuard({
    clock,
    stopwatch,
    clockOffset: clockOffsetFrom(config.timeUrl, clock),
    trustedClock: store.trustedClock,
  })
  return {
    ...otherSettings,
    ...system,
    clock,
    keyring,
    rules: RULES,
    log,
    store,
    clockGuard: {
      ...guard,
      check: async () => {
        await clock.follow()
        return guard.check()
      },
    },
    transport: mail.kind === 'smtp' ? smtpTransport(mail.url) : outboxFolderTransport(mail.folder),
    render: letterRenderer(),
    languages: recentLanguages(store.languages, clock),
    previewLanguage: previewLanguage(store.languages),
    reportPrinter: openReportPrinter(deadline),
    provePdf: () => provePdf(deadline),
    domains: domainLimit(config.domainConcurrency, sleep),
    rate:
      config.lettersAMinute === null
        ? undefined
        : rateWindow(config.lettersAMinute, {
            places: store.letterRate,
            clock,
            beginsWithin: beginsWithin(config.lease),
          }),
    isSendingHour: sendingHours ? (at: Instant) => withinHours(sendingHours, at, config.timeZone) : undefined,
    webHook: webHook ? { send: hookSender(webHook, publicNetwork, deadline), config: webHook, locale } : undefined,
    fetchPage: pageFetcher(publicNetwork, deadline),
    comparePage: threadComparison(deadline),
    bounceSources: [
      ...(config.bounceFolder === null ? [] : [bounceFolder(config.bounceFolder)]),
      ...(config.bounceMailbox === null ? [] : [bounceMailbox(config.bounceMailbox, { sleep })]),
    ],
  }
}
