import { useQuery } from '@tanstack/react-query'
import { moment } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './shell.module.css'

const ASK_EVERY_MS = 60_000

/**
 * Warns on every page while the scheduler is down, because then nothing is sent, opened or closed; managers are also warned
 * of the services that the scheduler cannot reach, and of emails that wait.
 */
export function SchedulerNote() {
  const { words, locale } = useLanguage()
  const { timeZone } = useMe()
  const { data } = useQuery(trpc.session.scheduler.queryOptions(undefined, { refetchInterval: ASK_EVERY_MS }))
  if (!data) return null
  const text = words.reporting.shell
  const areAllHeld = data.holds.some(({ domain }) => domain === '')
  const isSaid = data.holds.length === 0 || data.silent.some(({ service }) => service === 'mail-server')
  const heldSince = Math.min(...data.holds.map(({ since }) => since))
  const sentences = [
    ...(data.state === 'ok'
      ? []
      : [text.schedulerLate(data.lastLook === null ? null : moment(Date.parse(data.lastLook), timeZone, locale))]),
    ...data.silent.map(({ service, contactAt }) => text.silent[service](moment(contactAt, timeZone, locale))),
    ...(isSaid ? [] : [text.held(areAllHeld, moment(heldSince, timeZone, locale))]),
  ]
  return sentences.map((sentence) => (
    <div key={sentence} className={styles.stale}>
      <p className={ui.note} data-tone="caution" role="status">
        {sentence}
      </p>
    </div>
  ))
}
