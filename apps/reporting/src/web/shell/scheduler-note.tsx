import { useQuery } from '@tanstack/react-query'
import { moment } from '@wayproof/messages'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './shell.module.css'

const ASK_EVERY_MS = 60_000

/** Warns on every page while the scheduler is down, because then nothing is sent, opened or closed. */
export function SchedulerNote() {
  const { words, locale } = useLanguage()
  const { timeZone } = useMe()
  const { data } = useQuery(trpc.session.scheduler.queryOptions(undefined, { refetchInterval: ASK_EVERY_MS }))
  if (!data || data.state === 'ok') return null
  return (
    <div className={styles.stale}>
      <p className={ui.note} data-tone="caution" role="status">
        {words.reporting.shell.schedulerLate(
          data.lastLook === null ? null : moment(Date.parse(data.lastLook), timeZone, locale),
        )}
      </p>
    </div>
  )
}
