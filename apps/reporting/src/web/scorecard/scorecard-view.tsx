import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SentNow } from '@wayproof/letters/editions/decide-edition'
import { ratePercent } from '@wayproof/messages/number-format'
import type { ExecutiveSummary } from '@wayproof/scorecard/executive-summary'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { ExcludedRow } from '@wayproof/scorecard/rule-changes/exclusion'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { funnelRungs } from '@wayproof/survey/waves/funnel-rungs'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { FunnelBars } from '../glyphs/funnel-bars.tsx'
import { ChangedClose } from '../goal/changed-close.tsx'
import { GoalTable } from '../goal-table/goal-table.tsx'
import { ChosenImprovements } from '../improvements/chosen-improvements.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { ActionList } from '../remedies/action-list.tsx'
import { OutcomeLine } from '../remedies/outcome-line.tsx'
import { CountedNote } from '../waves/counted-note.tsx'
import { ChangesPanel } from './changes-panel.tsx'
import { HalfYearFacts } from './half-year-facts.tsx'
import { isEmpty } from './is-empty.ts'
import { NothingYet } from './nothing-yet.tsx'
import { ResultHead } from './result-head.tsx'
import styles from './scorecard.module.css'

interface ScorecardViewProps {
  readonly scorecard: Scorecard
  readonly period: string
}

export function ScorecardView({ scorecard, period }: ScorecardViewProps) {
  const { user } = useMe()
  const isOfficer = user?.role === 'officer'
  const facts = <HalfYearFacts scorecard={scorecard} />
  if (isEmpty(scorecard)) return <NothingYet scorecard={scorecard} isOfficer={isOfficer} recorded={facts} />
  return (
    <>
      <ResultHead scorecard={scorecard}>{facts}</ResultHead>
      <GoalTable scorecard={scorecard} />
      {scorecard.excluded ? <ExcludedNote rows={scorecard.excluded} /> : null}
      <div className={styles.below}>
        <ChangesPanel changes={scorecard.changes} />
        <FunnelPanel period={period} />
        <ImprovementsPanel period={period} isOfficer={isOfficer && scorecard.seal === null} />
      </div>
      <PromisesPanel period={period} />
      {isOfficer ? <SummaryPanel period={period} /> : null}
    </>
  )
}

/** Counts the rows that two people excluded from the shares. */
function ExcludedNote({ rows }: { readonly rows: readonly ExcludedRow[] }) {
  const { heading, row } = useLanguage().words.scorecard.excluded
  return (
    <div className={`${ui.note} ${styles.excluded}`} data-tone="caution">
      <div>
        <p>{heading}</p>
        <ul>
          {rows.map((exclusion) => (
            <li key={`${exclusion.goal} ${exclusion.label} ${exclusion.reason}`} translate="no">
              {row(exclusion)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Lists the actions of the previous half-year and their outcomes; renders nothing without any. */
function PromisesPanel({ period }: { readonly period: string }) {
  const text = useLanguage().words.reporting.closing.before
  const promised = useQuery(trpc.period.promised.queryOptions({ period })).data
  const allActions = promised ? [...promised.improvements, ...promised.remedies, ...promised.agreed] : []
  if (!promised || allActions.length === 0) return null
  return (
    <div className={styles.after}>
      <Panel title={text.title}>
        <ActionList
          actions={promised}
          renderBelow={(id) => {
            const outcome = allActions.find((action) => action.id === id)?.outcome
            return outcome ? <OutcomeLine outcome={outcome} /> : <p className={ui.soft}>{text.open}</p>
          }}
        />
      </Panel>
    </div>
  )
}

function ImprovementsPanel({ period, isOfficer }: { readonly period: string; readonly isOfficer: boolean }) {
  const { words } = useLanguage()
  const text = words.reporting.scorecard.improvements
  const improvements = useQuery(trpc.improvement.list.queryOptions({ period })).data
  return (
    <Panel
      title={text.title}
      actions={
        isOfficer ? (
          <Link
            to="/goal/$goal"
            params={{ goal: 'customer-satisfaction' }}
            search={{ period }}
            hash="improvements"
            className={ui.quiet}
          >
            {text.choose}
          </Link>
        ) : null
      }
    >
      {improvements?.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      {improvements?.length ? <ChosenImprovements improvements={improvements} /> : null}
    </Panel>
  )
}

/** Counts invited, delivered and answered of the half-year's wave, without results. */
function FunnelPanel({ period }: { readonly period: string }) {
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

/** Previews the executives' letter and mails it. */
function SummaryPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.scorecard.summary
  const [isPreviewOpen, setIsPreviewOpen] = useState(false)
  const [isConfirming, setIsConfirming] = useState(false)
  const preview = useQuery({ ...trpc.summary.preview.queryOptions({ period }), enabled: isPreviewOpen })
  const editions = useQuery({ ...trpc.edition.list.queryOptions(), enabled: isConfirming })
  const latest = editions.data?.find((edition) => edition.period === period && edition.state === 'sent')
  const sentText = ({ letters, already }: SentNow) =>
    letters === 0 && already ? text.already(dayOf(already.at), already.people) : text.sent(letters)
  const send = useMutation(
    trpc.summary.send.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries({ queryKey: trpc.edition.list.queryKey() })
      },
    }),
  )
  return (
    <div className={styles.summary}>
      <Panel title={text.title}>
        <div className={styles.summaryRow}>
          <p className={ui.soft}>{text.about}</p>
          <div className={ui.buttons}>
            <Button variant="default" aria-expanded={isPreviewOpen} onClick={() => setIsPreviewOpen(!isPreviewOpen)}>
              {isPreviewOpen ? text.close : text.preview}
            </Button>
            <Button onClick={() => setIsConfirming(true)}>{text.send}</Button>
          </div>
        </div>
        {isPreviewOpen && preview.data ? <SummaryPreview summary={preview.data} /> : null}
        {isPreviewOpen && preview.error ? <ErrorNote error={preview.error} /> : null}
        {send.error ? <ErrorNote error={send.error} /> : null}
        {send.data ? <Note>{sentText(send.data)}</Note> : null}
        {isConfirming ? (
          <ConfirmDialog
            title={text.confirmTitle}
            action={text.send}
            busy={send.isPending}
            onConfirm={() => send.mutate({ period })}
            onClose={() => setIsConfirming(false)}
          >
            {latest ? <p>{text.already(dayOf(latest.endedAt ?? latest.openedAt), latest.people)}</p> : null}
            <p className={ui.soft}>{text.confirm}</p>
          </ConfirmDialog>
        ) : null}
      </Panel>
    </div>
  )
}

/** Shows the letter's sentences: the overall result, then each decision with its owner. */
function SummaryPreview({ summary }: { readonly summary: ExecutiveSummary }) {
  const { words } = useLanguage()
  const text = words.reporting.scorecard.summary
  const letter = words.letters.summary
  const { verdicts, standing: result } = summary.scorecard
  const wayOf = (goal: GoalId) =>
    summary.ways.filter((gap) => gap.goal === goal).map((gap) => words.scorecard.gaps.gap(gap))
  return (
    <div className={styles.preview}>
      <p className={styles.previewTitle}>{words.scorecard.headline(result)}</p>
      <ul className={styles.bulleted}>
        {verdicts.map((verdict) => (
          <li key={verdict.goal}>
            {words.reporting.shell.labelled(words.goals.names[verdict.goal], words.scorecard.line(verdict))}
            <p>{wayOf(verdict.goal)}</p>
            <ChangedClose verdict={verdict} />
          </li>
        ))}
      </ul>
      <p className={styles.previewTitle}>{text.decisions}</p>
      {summary.decisions.length === 0 ? <p>{text.noDecisions}</p> : null}
      <ol>
        {summary.decisions.map((decision) => (
          <li key={decision.goal}>
            {letter.decisionLead(words.goals.names[decision.goal])}
            {letter.decision(decision, decision.owner, words.goals.owners[decision.owner])}
          </li>
        ))}
      </ol>
    </div>
  )
}
