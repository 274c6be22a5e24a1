import { type BrandedOrganisation, brandedOrganisation } from '@wayproof/accounts/brand/branded-organisation'
import type { Clock } from '@wayproof/kernel/clock'
import { callerAddress } from '@wayproof/kernel/network/caller-address'
import { recentLanguages } from '@wayproof/messages/added/recent-languages'
import { previewLanguage } from '@wayproof/messages/added/spoken-language'
import type { Service } from '@wayproof/service-start/open-service'
import { say } from '@wayproof/service-start/say'
import type { Config } from './config.ts'
import { formLimits, tryLimits } from './http/try-limit.ts'
import { mailEventCheck } from './mail-events/mail-event-signature.ts'
import { mailgunCheck } from './mail-events/mailgun-signature.ts'
import { reportPdfs } from './report/report-pdfs.ts'
import type { SurveyApp } from './survey-app.ts'

/**
 * Binds the pages' dependencies to the open store. `access` writes a line to the access log; `onRefused` counts the forms
 * that a limit refused.
 */
export function bindApp(
  { config, system, store, keyring, log }: Service<Config>,
  { access, onRefused }: { readonly access: (line: string) => void; readonly onRefused: () => void },
): SurveyApp {
  const { timeZone, surveyUrl, defaultLocale, mailEventsSecret, mailEventsPassword, mailgunKey } = config
  return {
    ...system,
    survey: { ...system, store: store.survey, keyring, timeZone },
    rights: { ...system, rights: store.rights, keyring, timeZone },
    whistle: { ...system, reports: store.reports, keyring, timeZone },
    organisation: { get: recentOrganisation(store, system.clock) },
    brand: store.brand,
    languages: recentLanguages(store.languages, system.clock),
    previewLanguage: previewLanguage(store.languages),
    sampleData: store.sampleData,
    publicReports: store.publicReports,
    reportPdfs: reportPdfs((milliseconds) => AbortSignal.timeout(milliseconds)),
    reportsIndexed: config.reportsIndexed,
    isReadOnly: () => store.integrity.damage() !== null,
    tryLimits: tryLimits({ keyring, tryCounts: store.tryCounts }),
    formLimits: formLimits({ keyring, tryCounts: store.tryCounts, tokens: system.tokens, onRefused }),
    // An unnamed proxy would make all callers one network.
    callerAddress: config.trustedProxies === null ? () => null : callerAddress(config.trustedProxies),
    surveyUrl,
    defaultLocale,
    mailEvents:
      mailEventsSecret === null ? null : { markReported: store.markReported, check: mailEventCheck(mailEventsSecret) },
    providerEvents: {
      markReported: store.markReported,
      password: mailEventsPassword,
      mailgun: mailgunKey === null ? null : mailgunCheck(mailgunKey),
      // The log would mask the token in the address.
      showSubscription: (url) => say(({ settings }) => settings.confirmSubscription(url)),
    },
    access,
    log,
  }
}

/** Time to live of the cached organization, which changes once in years. */
const SERVES_MS = 1000

/** Returns the organization, at most 1 second out of date; the same object as long as its contents do not change. */
export function recentOrganisation(
  stores: Parameters<typeof brandedOrganisation>[0],
  clock: Clock,
): () => Promise<BrandedOrganisation | null> {
  let cached: BrandedOrganisation | null = null
  let cachedJson = ''
  let readAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock.now()
    // The absolute value matters if the clock was set back, because the cache would then stay valid for long.
    if (cached && Math.abs(now - readAt) < SERVES_MS) return cached
    const read = await brandedOrganisation(stores)
    const json = JSON.stringify(read)
    if (json !== cachedJson) [cached, cachedJson] = [read, json]
    readAt = now
    return cached
  }
}
