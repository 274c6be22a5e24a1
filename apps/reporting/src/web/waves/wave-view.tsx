import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { parsePeriod } from '@wayproof/kernel'
import { periodName, ratePercent } from '@wayproof/messages'
import type { Wave } from '@wayproof/survey'
import { trpc } from '../api.ts'
import { ClosingPanel } from '../close-change/closing-panel.tsx'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { DriversPanel } from '../drivers/drivers-panel.tsx'
import { FunnelBars } from '../glyphs/funnel-bars.tsx'
import { useLanguage } from '../language.tsx'
import { CoverageFunnel } from '../opening/coverage-funnel.tsx'
import { SkipList } from '../opening/skip-list.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { AnswersPanel } from './answers-panel.tsx'
import { CountedNote } from './counted-note.tsx'
import { displayStatus } from './display-status.ts'
import { ResponsePanel } from './response-panel.tsx'
import { UndeliveredPanel } from './undelivered-panel.tsx'
import { WaveActions } from './wave-actions.tsx'
import styles from './waves.module.css'

const rung = (label: string, count: number | null) => (count === null ? [] : [{ label, count }])

const isHalfYear = (period: string): boolean => parsePeriod(period)?.kind === 'half-year'

/** Shows one wave: deliveries, closing day, and answers per day. */
export function WaveView({ wave, isOfficer }: { readonly wave: Wave; readonly isOfficer: boolean }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.waves
  const funnelText = words.reporting.scorecard.funnel
  const query = useQuery(trpc.wave.funnel.queryOptions({ period: wave.period }))
  const funnel = query.data
  const rate =
    funnel && funnel.answered !== null ? ratePercent({ numerator: funnel.answered, denominator: funnel.invited }) : null
  return (
    <div className={styles.grid}>
      <Panel title={text.of(periodName(wave.period, locale))}>
        {query.error ? <ErrorNote error={query.error} /> : null}
        {funnel ? (
          <FunnelBars
            steps={[
              { label: text.frame, count: funnel.frame },
              { label: funnelText.invited, count: funnel.invited },
              ...rung(funnelText.delivered, funnel.delivered),
              ...rung(funnelText.written, funnel.written || null),
              ...rung(text.reminded, funnel.reminded),
              ...(funnel.remindedAgain === 0 ? [] : rung(text.remindedAgain, funnel.remindedAgain)),
              ...rung(funnelText.answered, funnel.answered),
              ...rung(text.withdrawn, funnel.withdrawn),
            ]}
          />
        ) : null}
        {funnel ? <CountedNote funnel={funnel} /> : null}
        {funnel?.key?.lostAt ? <Note>{text.keyLost(dayOf(funnel.key.lostAt))}</Note> : null}
        {wave.status === 'open' && wave.paused ? (
          <Note>{text.paused[wave.paused.reason](dayOf(wave.paused.at))}</Note>
        ) : null}
        {wave.status === 'open' ? (
          <p className={`${ui.soft} ${styles.below}`}>
            {text.reminders(wave.firstReminderDays, wave.lastReminderDays, wave.letterLimit)}{' '}
            {text.closing.closes(dayOf(wave.closesAt - 1))}
          </p>
        ) : null}
        {isOfficer && wave.status === 'open' ? <WaveActions wave={wave} /> : null}
      </Panel>
      <Panel
        title={text.about}
        actions={
          <>
            <Link to="/waves/method-report" search={{ period: wave.period }} className={ui.quiet}>
              {words.methodReport.link}
            </Link>
            <span>·</span>
            <Link to="/waves/comments" search={{ period: wave.period }} className={ui.quiet}>
              {words.reporting.comments.link}
            </Link>
          </>
        }
      >
        <Facts
          facts={[
            [text.columns.status, text.status[displayStatus(wave)]],
            [funnelText.rate, rate ?? words.reporting.shell.none],
            [text.columns.mode, text.mode[wave.mode]],
            ...(wave.seed ? [[text.seed, wave.seed] as const] : []),
            [text.columns.opened, dayOf(wave.openedAt)],
            [text.columns.closes, dayOf(wave.closesAt - 1)],
            ...(wave.closesAt !== wave.sealedClosesAt
              ? [[text.sealedCloses, dayOf(wave.sealedClosesAt - 1)] as const]
              : []),
          ]}
        />
      </Panel>
      {isOfficer ? (
        <div className={styles.wide}>
          <ClosingPanel wave={wave} />
        </div>
      ) : null}
      {funnel ? (
        <div className={styles.wide}>
          <Panel title={text.coverage.title}>
            <CoverageFunnel
              coverage={funnel.coverage}
              last={{
                label: wave.mode === 'census' ? funnelText.invited : text.coverage.sampled,
                count: funnel.invited,
              }}
            />
          </Panel>
        </div>
      ) : null}
      {funnel && funnel.skips.length > 0 ? (
        <div className={styles.wide}>
          <Panel title={words.reporting.programme.skips.title}>
            {wave.status === 'open' ? null : <p className={ui.soft}>{words.reporting.programme.skips.atClose}</p>}
            <SkipList
              skips={funnel.skips}
              {...(funnel.withdrawn !== null &&
                funnel.withdrawn > 0 && {
                  answeredReason: words.reporting.programme.skips.answeredOf(funnel.withdrawn),
                })}
            />
          </Panel>
        </div>
      ) : null}
      {isOfficer ? (
        <div className={styles.wide}>
          <UndeliveredPanel period={wave.period} />
        </div>
      ) : null}
      <div className={styles.wide}>
        <ResponsePanel period={wave.period} />
      </div>
      {isHalfYear(wave.period) ? (
        <div className={styles.wide}>
          <DriversPanel period={wave.period} />
        </div>
      ) : null}
      {funnel ? (
        <div className={styles.wide}>
          <AnswersPanel funnel={funnel} />
        </div>
      ) : null}
    </div>
  )
}
