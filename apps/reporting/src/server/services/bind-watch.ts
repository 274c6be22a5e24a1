import type { Clock, Instant, Stopwatch } from '@wayproof/kernel/clock'
import type { Log } from '@wayproof/kernel/operation-log'
import { letterSender } from '@wayproof/letters/brand/letter-sender'
import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { deliverQuestions } from '@wayproof/letters/delivery/deliver-questions'
import { hookSender } from '@wayproof/letters/hook/send-hook'
import { postQuestions, type SendHookPorts, sendHookMessages } from '@wayproof/letters/hook/tell-hook'
import type { MailConfig } from '@wayproof/letters/mail-settings/mail-settings'
import { publicNetwork } from '@wayproof/letters/network/public-network'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import type { Store } from '@wayproof/operations/store/open-store'
import { isSilent } from '@wayproof/oversight/services/service'
import type { Service } from '@wayproof/service-start/open-service'
import type { Config } from '../../config.ts'

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

interface SchedulerWatchPorts {
  readonly store: Pick<Store, 'services' | 'questions' | 'hook'>
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  /** Mails the waiting questions to officers; null if this app has no mail server. */
  readonly deliver: (() => Promise<void>) | null
  /** Null if there is no web hook. */
  readonly webHook: Pick<SendHookPorts, 'send' | 'config' | 'locale' | 'reportingUrl'> | null
  readonly log: Log
}

/**
 * The scheduler writes that it runs at least every 75 seconds. A contact that this process has not seen unchanged for longer
 * proves nothing: the clock may just have been set.
 */
const SEEN_FOR_MS = 120_000

/**
 * Watches the scheduler, which mails and tells everything else. If it is silent for longer than it may be, this app asks the
 * officers, and sends that question itself, by letter and web hook. Call it every few seconds; it never rejects.
 */
function watchScheduler(ports: SchedulerWatchPorts): () => Promise<void> {
  const { store, clock, stopwatch, log } = ports
  let lastContact: { readonly contactAt: Instant; readonly since: number } | null = null
  let isSettled = true

  const isStopped = async (): Promise<boolean> => {
    const scheduler = (await store.services.contacts()).find(({ service }) => service === 'scheduler')
    if (!scheduler) return false
    const { contactAt } = scheduler
    if (lastContact?.contactAt !== contactAt) lastContact = { contactAt, since: stopwatch.elapsed() }
    return isSilent(scheduler, clock.now()) && stopwatch.elapsed() - lastContact.since > SEEN_FOR_MS
  }

  const tell = async (): Promise<void> => {
    if (!(await isStopped())) {
      isSettled = true
      return
    }
    await store.services.reportSilent(['scheduler'], 0, clock.now())
    if (isSettled) log({ level: 'error', event: 'scheduler-stopped' })
    isSettled = false
    if (ports.webHook) {
      await postQuestions({ ...store, clock })
      const fault = await sendHookMessages({ ...ports.webHook, hook: store.hook, clock })
      if (fault !== null) log({ event: 'web-hook-failed', fault })
    }
    await ports.deliver?.()
  }

  let running: Promise<void> | null = null
  return () => {
    running ??= tell()
      .catch((error: unknown) => log({ event: 'watch-scheduler-failed', error: String(error) }))
      .finally(() => {
        running = null
      })
    return running
  }
}
