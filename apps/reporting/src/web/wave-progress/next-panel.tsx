import { day } from '@wayproof/messages/date-format'
import type { Wave } from '@wayproof/survey/waves/wave'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { comingDates } from './coming-dates.ts'
import styles from './progress.module.css'

/** Lists the dates ahead of an open wave; says what a closed one waits for. */
export function NextPanel({ wave }: { readonly wave: Wave }) {
  const { locale, words } = useLanguage()
  const { today, timeZone } = useOrganisationDays()
  const text = words.reporting.wavePages.progress.next
  return (
    <Panel title={text.title}>
      {wave.status === 'open' ? (
        <ol className={styles.dates}>
          {comingDates(wave, today, timeZone).map(({ date, event }) => (
            <li key={event}>
              <span className={styles.date}>{day(date, locale)}</span>
              <span>{text[event]}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p className={ui.soft}>{wave.status === 'closed' ? text.waits : text.done}</p>
      )}
    </Panel>
  )
}
