import type { Stopwatch } from '@wayproof/kernel/clock'
import { letterSender } from '@wayproof/letters/brand/letter-sender'
import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { deliverQuestions } from '@wayproof/letters/delivery/deliver-questions'
import { hookSender } from '@wayproof/letters/hook/send-hook'
import type { MailConfig } from '@wayproof/letters/mail-settings/mail-settings'
import { publicNetwork } from '@wayproof/letters/network/public-network'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import type { Service } from '@wayproof/service-start/open-service'
import type { Config } from '../../config.ts'
import { watchScheduler } from './watch-scheduler.ts'

type WatchedService = Service<Config>

/** The watch over the scheduler, bound to the mail server and the web hook. */
export function bindWatch(service: WatchedService, stopwatch: Stopwatch): () => Promise<void> {
  const { config, system, store, log } = service
  const { webHook, mail, defaultLocale: locale, reportingUrl } = config
  const deadline = (milliseconds: number) => AbortSignal.timeout(milliseconds)
  const send = webHook && hookSender(webHook, publicNetwork, deadline)
  return watchScheduler({
    ...{ store, clock: system.clock, stopwatch, log },
    deliver: mail && (() => deliver(service, mail)),
    webHook: webHook && send && { send, config: webHook, locale, reportingUrl },
  })
}

/** One round, with a connection of its own: it happens only while the scheduler is stopped. */
async function deliver({ config, system, store, keyring }: WatchedService, mail: MailConfig): Promise<void> {
  const transport = mail.mail.kind === 'smtp' ? smtpTransport(mail.mail.url) : outboxFolderTransport(mail.mail.folder)
  try {
    await deliverQuestions({
      ...{ outbox: store.outbox, transport, clock: system.clock, keyring, pause: system.sleep },
      render: letterRenderer(),
      signer: mail.signer,
      urls: { survey: config.surveyUrl, reporting: config.reportingUrl },
      bounceAddress: mail.bounceAddress,
      firstWait: FIRST_WAIT_MS,
      from: () => letterSender(store, mail.mailFrom),
    })
  } finally {
    await transport.close()
  }
}
