import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ratePercent } from '@wayproof/messages/number-format'
import { funnelRungs } from '@wayproof/survey/waves/funnel-rungs'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { FunnelBars } from '../glyphs/funnel-bars.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { CountedNote } from '../waves/counted-note.tsx'
import styles from './scorecard.module.css'

/** Counts invited, delivered and answered of the half-year's wave, without results. */
export function FunnelPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.scorecard.funnel
  const funnel = useQuery(trpc.wave.funnel.queryOptions({ period }))
  const { data } = funnel
  const wave = data?.wave
  return (
    <Panel
      title={text.title}
      actions={
        <Link to="/waves/progress" search={{ period }} className={ui.quiet}>
          {words.reporting.shell.waves}
        </Link>
      }
    >
      {funnel.error ? <ErrorNote error={funnel.error} /> : null}
      {data === null ? <p className={ui.soft}>{text.none}</p> : null}
      {data && wave ? (
        <>
          <FunnelBars steps={funnelRungs(data).map(({ step, people }) => ({ label: text[step], count: people }))} />
          {data.answered === null ? null : (
            <p className={styles.rate}>
              {text.rate}
              <b>{ratePercent({ numerator: data.answered, denominator: data.invited })}</b>
            </p>
          )}
          <CountedNote funnel={data} />
          <p className={styles.state}>
            {wave.status === 'open' ? text.open(dayOf(wave.closesAt - 1)) : text[wave.status]}
          </p>
        </>
      ) : null}
    </Panel>
  )
}
