import { callerAddress } from '@wayproof/kernel/network/caller-address'
import { recentLanguages } from '@wayproof/messages/added/recent-languages'
import { previewLanguage } from '@wayproof/messages/added/spoken-language'
import type { Service } from '@wayproof/service-start/open-service'
import { say } from '@wayproof/service-start/say'
import type { Config } from './config.ts'
import { formLimits } from './http/form-limit.ts'
import { recentOrganisation } from './http/recent-organisation.ts'
import { tryLimits } from './http/try-limit.ts'
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
