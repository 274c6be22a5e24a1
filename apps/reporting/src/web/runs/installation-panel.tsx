import { useQuery } from '@tanstack/react-query'
import { day, moment } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'

const ASK_EVERY_MS = 60_000

/** The state of the installation, as `wayproof status` prints it: version, key, waiting emails, and backups. */
export function InstallationPanel() {
  const { words, locale } = useLanguage()
  const { timeZone } = useMe()
  const { data } = useQuery(trpc.service.status.queryOptions(undefined, { refetchInterval: ASK_EVERY_MS }))
  if (!data) return null
  const text = words.reporting.runs.installation
  const at = (instant: number) => moment(instant, timeZone, locale)
  return (
    <Panel title={text.title}>
      <p>{text.version(data.version, data.generation)}</p>
      {data.queue.length === 0 ? <p>{text.queueEmpty}</p> : null}
      {data.queue.map(({ cause, letters, since }) => (
        <p key={cause}>{text.waiting(letters, text.causes[cause], at(since))}</p>
      ))}
      <p>{data.restoreProvenAt === null ? text.neverProven : text.proven(at(data.restoreProvenAt))}</p>
      {data.backups.length === 0 ? <p>{text.noBackup}</p> : null}
      <ul className={ui.soft}>
        {data.backups.map(({ name, madeAt, destroyBy }) => (
          <li key={name}>
            <Verbatim>{name}</Verbatim>
            {madeAt === null ? ` · ${text.unreadable}` : ` · ${at(madeAt)}`}
            {destroyBy === null ? null : ` · ${text.destroyBy(day(destroyBy, locale))}`}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
