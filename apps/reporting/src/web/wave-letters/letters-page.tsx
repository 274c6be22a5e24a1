import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { moment, periodName } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import type { Skip } from '@wayproof/survey/sampling/skip'
import type { Funnel, Wave } from '@wayproof/survey/waves/wave'
import { firstCountedHour } from '@wayproof/survey/waves/wave-figures'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { HoldPanel } from '../runs/hold-panel.tsx'
import { CountedNote } from '../waves/counted-note.tsx'
import { ShownWave } from '../waves/shown-wave.tsx'
import { WaveHead } from '../waves/wave-head.tsx'
import styles from './letters.module.css'
import { UndeliveredPanel } from './undelivered-panel.tsx'

const route = getRouteApi('/inside/waves/letters')

/** Shows the emails of a wave: what was sent, what was not delivered, reminders and the pause. */
export function LettersPage() {
  const { period } = route.useSearch()
  return <ShownWave period={period}>{(wave) => <Letters wave={wave} />}</ShownWave>
}

function Letters({ wave }: { readonly wave: Wave }) {
  const { locale, words } = useLanguage()
  const isOfficer = useMe().user?.role === 'officer'
  const query = useQuery(trpc.wave.funnel.queryOptions({ period: wave.period }))
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  const funnel = query.data
  if (!funnel) return <Loading heights={[76, 48, 240, 320]} />
  const text = words.reporting.wavePages.letters
  const { delivered, invited } = funnel
  return (
    <>
      <WaveHead
        wave={wave}
        part="letters"
        title={delivered === null ? text.notYet : text.title(delivered, invited)}
        lead={text.lead(periodName(wave.period, locale))}
      />
      <div className={styles.grid}>
        <SentPanel funnel={funnel} />
        <PlanPanel wave={wave} isOfficer={isOfficer} />
        {funnel.skips.length > 0 ? <SkippedPanel funnel={funnel} /> : null}
        <Holds />
        <div className={styles.wide}>
          {isOfficer ? (
            <UndeliveredPanel period={wave.period} />
          ) : (
            <Panel title={words.reporting.waves.undelivered.title}>
              <p className={ui.soft}>{text.forOfficers}</p>
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}

/** Emails that wait for a server, of waves or not; only managers receive any. */
function Holds() {
  const { data } = useQuery(trpc.session.scheduler.queryOptions())
  if (!data || data.holds.length === 0) return null
  return (
    <div className={styles.wide}>
      <HoldPanel holds={data.holds} />
    </div>
  )
}

function SentPanel({ funnel }: { readonly funnel: Funnel }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.letters.counts
  const { none } = words.reporting.shell
  const { wave, delivered, written, reminded, remindedAgain, withdrawn } = funnel
  const countText = (people: number | null) => (people === null ? none : count(people, locale))
  return (
    <Panel title={text.title}>
      <Facts
        facts={[
          [text.invitations, countText(delivered)],
          ...(written ? [[text.written, countText(written)] as const] : []),
          ...(wave.letterLimit > 1 ? [[text.first, countText(reminded)] as const] : []),
          ...(wave.letterLimit > 2 ? [[text.last, countText(remindedAgain)] as const] : []),
          [text.withdrawn, countText(withdrawn)],
        ]}
      />
      <CountedNote funnel={funnel} />
    </Panel>
  )
}

function PlanPanel({ wave, isOfficer }: { readonly wave: Wave; readonly isOfficer: boolean }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.waves
  const { plan, ended } = words.reporting.wavePages.letters
  const isOpen = wave.status === 'open'
  return (
    <Panel title={plan}>
      <div className={ui.stack}>
        {isOpen && wave.paused ? (
          <Note tone="caution">{text.paused[wave.paused.reason](dayOf(wave.paused.at))}</Note>
        ) : null}
        <p className={ui.soft}>{text.reminders(wave.firstReminderDays, wave.lastReminderDays, wave.letterLimit)}</p>
        {isOpen ? null : <p className={ui.soft}>{ended}</p>}
      </div>
      {isOfficer && isOpen ? <WaveActions wave={wave} /> : null}
    </Panel>
  )
}

function SkippedPanel({ funnel: { skips, wave, withdrawn } }: { readonly funnel: Funnel }) {
  const text = useLanguage().words.reporting.programme.skips
  return (
    <div className={styles.wide}>
      <Panel title={text.title}>
        {wave.status === 'open' ? null : <p className={ui.soft}>{text.atClose}</p>}
        <SkipList
          skips={skips}
          {...(withdrawn !== null && withdrawn > 0 && { answeredReason: text.answeredOf(withdrawn) })}
        />
      </Panel>
    </div>
  )
}

interface SkipListProps {
  readonly skips: readonly Skip[]
  /** Replaces the usual reason for travelers who already answered. */
  readonly answeredReason?: string
}

/** Counts the letters that are not sent, by reason. */
export function SkipList({ skips, answeredReason }: SkipListProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.programme.skips
  if (skips.length === 0) return null
  const reasons: Readonly<Record<string, string>> = answeredReason
    ? { ...text.reasons, answered: answeredReason }
    : text.reasons
  return (
    <WideTable caption={text.title}>
      <ColumnHeads columns={['letter', 'reason', 'count']} names={text} numbers={['count']} />
      <tbody>
        {skips.map(({ stage, reason, count: travelers }) => (
          <tr key={stage + reason}>
            <td>{text.stage[stage]}</td>
            <td>{reasons[reason] ?? reasons.other}</td>
            <td data-number>{count(travelers, locale)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

type Command = 'remind' | 'pause' | 'resume'

/** Offers the officer's commands on an open wave; each says first what cannot be undone. */
export function WaveActions({ wave }: { readonly wave: Wave }) {
  const { words } = useLanguage()
  const text = words.reporting.waves
  const [commandToConfirm, setCommandToConfirm] = useState<Command | null>(null)
  const callbacks = {
    onSettled: () => {
      setCommandToConfirm(null)
      void queryClient.invalidateQueries()
    },
  }
  const remind = useMutation(trpc.wave.remind.mutationOptions(callbacks))
  const pause = useMutation(trpc.wave.pause.mutationOptions(callbacks))
  const resume = useMutation(trpc.wave.resume.mutationOptions(callbacks))
  const commands = { remind, pause, resume }
  const error = Object.values(commands).find((command) => command.error)?.error
  function ask(command: Command) {
    // The result of the previous command is outdated.
    for (const mutation of Object.values(commands)) mutation.reset()
    setCommandToConfirm(command)
  }
  const pauseOrResume = wave.paused ? 'resume' : 'pause'
  const { period } = wave
  return (
    <>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => ask('remind')}>
          {text.remind.action}
        </Button>
        <Button variant="default" onClick={() => ask(pauseOrResume)}>
          {text[pauseOrResume].action}
        </Button>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {remind.isSuccess ? <Note>{text.remind.done}</Note> : null}
      {commandToConfirm ? (
        <ConfirmDialog
          title={text[commandToConfirm].confirmTitle}
          action={text[commandToConfirm].action}
          busy={commands[commandToConfirm].isPending}
          onConfirm={() => commands[commandToConfirm].mutate({ period })}
          onClose={() => setCommandToConfirm(null)}
        >
          <p className={ui.soft}>{text[commandToConfirm].confirm}</p>
          {commandToConfirm === 'remind' ? <ReminderPreview wave={wave} /> : null}
        </ConfirmDialog>
      ) : null}
    </>
  )
}

/** Shows how many had not answered at the last full hour. The current number would reveal who has answered. */
function ReminderPreview({ wave: { period, openedAt } }: { readonly wave: Wave }) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.waves.remind
  const preview = useQuery(trpc.wave.remindPreview.queryOptions({ period }))
  if (preview.error) return <ErrorNote error={preview.error} />
  if (!preview.data) return null
  const { counted, atMost } = preview.data
  return (
    <p className={ui.soft}>
      {counted.kind === 'hourly' && atMost !== null
        ? text.atMost(atMost, moment(counted.asOf, timeZone, locale))
        : text.notYet(moment(firstCountedHour(openedAt, timeZone), timeZone, locale))}
    </p>
  )
}
