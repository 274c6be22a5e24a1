import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'

const ASK_EVERY_MS = 60_000

/** Faults of the machine, because of which something fails now, then warnings, each with what to do. Managers only. */
export function HealthNotes() {
  const { words } = useLanguage()
  const { data } = useQuery(trpc.service.health.queryOptions(undefined, { refetchInterval: ASK_EVERY_MS }))
  if (!data || data.faults.length + data.warnings.length === 0) return null
  const { health: sentences } = words.reporting.runs
  return (
    <div className={ui.stack}>
      {data.faults.map((code) => (
        <p key={code} className={ui.note} data-tone="fault" role="alert">
          {sentences[code]}
        </p>
      ))}
      {data.warnings.map((code) => (
        <p key={code} className={ui.note} data-tone="caution" role="status">
          {sentences[code]}
        </p>
      ))}
    </div>
  )
}
