import type { Instant, Stopwatch } from '@wayproof/kernel/clock'
import { clockOffsetFrom } from '@wayproof/kernel/clock-guard/compare-clock'
import { followClock } from '@wayproof/kernel/clock-guard/follow-clock'
import { clockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import { beginsWithin } from '@wayproof/letters/delivery/attempt-letter'
import { domainLimit } from '@wayproof/letters/delivery/domain-limit'
import { rateWindow } from '@wayproof/letters/delivery/rate-window'
import { withinHours } from '@wayproof/letters/delivery/sending-hours'
import { hookSender } from '@wayproof/letters/hook/send-hook'
import { publicNetwork } from '@wayproof/letters/network/public-network'
import { provePdf } from '@wayproof/letters/pdf/prove-pdf'
import { openReportPrinter } from '@wayproof/letters/pdf/report-printer'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { recentLanguages } from '@wayproof/messages/added/recent-languages'
import { previewLanguage } from '@wayproof/messages/added/spoken-language'
import { RULES } from '@wayproof/scorecard/rules'
import type { Service } from '@wayproof/service-start/open-service'
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
