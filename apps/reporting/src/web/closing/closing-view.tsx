import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { day, periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import type { FigureChange } from '@wayproof/scorecard/closing/figure-change'
import { useState } from 'react'
import { type Closing, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { ActionsPanel } from '../remedies/actions-panel.tsx'
import { PreviousActionsPanel } from '../remedies/previous-actions-panel.tsx'
import { VerifyPanel } from '../seals/verify-panel.tsx'
import styles from './closing.module.css'
import { GoalsPanel } from './goals-panel.tsx'
import { ProgressPanel } from './progress-panel.tsx'
import { UndoneImports } from './undone-imports.tsx'

export function ClosingView({ view, period }: { readonly view: Closing; readonly period: string }) {
  const { locale, words } = useLanguage()
  const { user } = useMe()
  const isOfficer = user?.role === 'officer'
  const mayVerify = isOfficer || user?.role === 'auditor'
  const { stage } = view
  const isOpen = stage === 'running' || stage === 'ended' || stage === 'reopened'
  const [notified, setNotified] = useState(0)
  return (
    <>
      <PageHead title={closingTitle(view, period, { locale, words })} lead={words.reporting.closing.lead[stage]} />
      {stage === 'closed' && notified > 0 ? <Note>{words.reporting.closing.told(notified)}</Note> : null}
      <div className={styles.grid}>
        <div className={ui.stack}>
          <GoalsPanel view={view} period={period} />
          <ActionsPanel view={view} period={period} isOfficer={isOfficer} />
          {view.before ? (
            <PreviousActionsPanel actions={view.before} period={period} mayRecord={isOfficer && isOpen} />
          ) : null}
        </div>
        <div className={ui.stack}>
          {stage === 'running' || stage === 'closed' ? null : (
            <ProgressPanel view={view} period={period} isOfficer={isOfficer} onClosed={setNotified} />
          )}
          {isOfficer && view.changedSince.length > 0 ? <ChangedPanel view={view} /> : null}
          <UndoneImports undoneImports={view.undone} />
          {view.seals.length > 0 ? <SealsPanel seals={view.seals} /> : null}
          {view.seals.length > 0 ? <ReportPanel period={period} isOfficer={isOfficer} /> : null}
          {isOfficer && stage === 'closed' ? <RestatePanel period={period} /> : null}
          {mayVerify && view.seals.length > 0 ? <VerifyPanel /> : null}
        </div>
      </div>
    </>
  )
}

/** Lists how today's registers differ from the frozen or sealed figures. */
function ChangedPanel({ view }: { readonly view: Closing }) {
  const text = useLanguage().words.reporting.closing.changed
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{view.freeze ? text.frozen : text.sealed}</p>
      <FigureChanges changes={view.changedSince} />
    </Panel>
  )
}

interface Language {
  readonly locale: Locale
  readonly words: Messages
}

function closingTitle(
  { stage, lacking: missingSteps, goals }: Closing,
  key: string,
  { locale, words }: Language,
): string {
  const { title } = words.reporting.closing
  const period = periodName(key, locale)
  const missingCount = new Set(missingSteps.map(({ code }) => code)).size
  const signedCount = goals.filter((goal) => goal.signed).length
  if (stage === 'frozen') return title.frozen(period, signedCount)
  if (stage === 'ended') return missingCount > 0 ? title.lacking(period, missingCount) : title.ready(period)
  return title[stage](period)
}

/** Lists the sealed versions of a half-year, newest first, each with its seal code. */
function SealsPanel({ seals }: { readonly seals: Closing['seals'] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.closing.seals
  const clock = (offset: number | null) =>
    offset === null ? text.clockUnknown : text.clockOff((Math.abs(offset) / 1000).toFixed(1))
  return (
    <Panel title={text.title}>
      {seals.map((seal) => (
        <div key={seal.number} className={styles.seal}>
          <p className={styles.version}>{text.version(seal.version)}</p>
          <p className={styles.code} translate="no" data-seal={seal.number}>
            {seal.code}
          </p>
          {seal.reason ? <p translate="no">{seal.reason}</p> : null}
          {seal.changes.length > 0 ? <FigureChanges changes={seal.changes} /> : null}
          <Facts
            facts={[
              [text.sealedOn, day(seal.sealedOn, locale)],
              [text.closedBy, seal.closedBy],
              [text.people, String(seal.people)],
              [text.number, String(seal.number)],
              [text.clock, clock(seal.clockOffset)],
            ]}
          />
        </div>
      ))}
    </Panel>
  )
}

function FigureChanges({ changes }: { readonly changes: readonly FigureChange[] }) {
  const { closing } = useLanguage().words
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.goal} ${change.figure}`}>{closing.change(change)}</li>
      ))}
    </ul>
  )
}

/** Reopens a closed half-year; a reason is required. */
function RestatePanel({ period }: { readonly period: string }) {
  const text = useLanguage().words.reporting.closing.restate
  const [reason, setReason] = useState('')
  const [isConfirming, setIsConfirming] = useState(false)
  const reopen = useMutation(
    trpc.period.reopen.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    setIsConfirming(true)
  }
  return (
    <Panel title={text.title}>
      <Form isPassing className={ui.form} onSubmit={submit}>
        <p className={ui.soft}>{text.lead}</p>
        <TextField
          label={text.reason}
          value={reason}
          maxLength={300}
          fault={reason.trim() === '' ? text.give : null}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <UnsavedGuard isDirty={() => !reopen.isSuccess && reason.trim() !== ''} />
        {reopen.error ? <ErrorNote error={reopen.error} /> : null}
        <div>
          <Button type="submit" variant="default">
            {text.action}
          </Button>
        </div>
      </Form>
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={reopen.isPending}
          onConfirm={() => reopen.mutate({ period, reason: reason.trim() })}
          onClose={() => setIsConfirming(false)}
        >
          <p className={ui.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}

interface ReportPanelProps {
  readonly period: string
  readonly isOfficer: boolean
}

/** Links the report of a closed half-year and, for officers, publishes it. */
function ReportPanel({ period, isOfficer }: ReportPanelProps) {
  const text = useLanguage().words.report.panel
  const { dayOf } = useOrganisationDays()
  const [openDialog, setOpenDialog] = useState<'publish' | 'withdraw' | null>(null)
  const publication = useQuery(trpc.report.standing.queryOptions({ period })).data
  const callbacks = {
    onSettled: () => {
      setOpenDialog(null)
      void queryClient.invalidateQueries()
    },
  }
  const publish = useMutation(trpc.report.publish.mutationOptions(callbacks))
  const withdraw = useMutation(trpc.report.withdraw.mutationOptions(callbacks))
  const commands = { publish, withdraw }
  const error = publish.error ?? withdraw.error
  const published = publication?.published
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>{text.lead}</p>
        <p className={ui.links}>
          {LOCALES.map((locale) => (
            <a key={locale} href={`/export/report/${period}/${locale}`}>
              {text.pdf[locale]}
            </a>
          ))}
        </p>
        {published ? (
          <p>
            {text.published(published.by, dayOf(published.at))} <a href={publication.address}>{text.see}</a>
          </p>
        ) : (
          <p className={ui.soft}>{text.not}</p>
        )}
        {error ? <ErrorNote error={error} /> : null}
        {isOfficer && publication ? (
          <div>
            <Button variant="default" onClick={() => setOpenDialog(published ? 'withdraw' : 'publish')}>
              {published ? text.withdraw : text.publish}
            </Button>
          </div>
        ) : null}
        {openDialog ? (
          <ConfirmDialog
            title={openDialog === 'publish' ? text.publishTitle : text.withdrawTitle}
            action={text[openDialog]}
            busy={commands[openDialog].isPending}
            onConfirm={() => commands[openDialog].mutate({ period })}
            onClose={() => setOpenDialog(null)}
          >
            <p className={ui.soft}>{openDialog === 'publish' ? text.publishText : text.withdrawText}</p>
          </ConfirmDialog>
        ) : null}
      </div>
    </Panel>
  )
}
