import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { periodName, shortPeriod } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { isYearly } from '@wayproof/scorecard/goals/goal'
import type { RulesInForce, SettingInForce, WaitingChange } from '@wayproof/scorecard/rule-changes/list-rules'
import type { RuleChange } from '@wayproof/scorecard/rule-changes/rule-change'
import { type ReactNode, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { changeName, HistoryPanel } from './history-panel.tsx'
import styles from './rules.module.css'
import { settingText } from './setting-text.ts'

/** Shows the rules in force, the changes that wait for a second person, and all decided changes. */
export function RulesPage() {
  const { locale, words } = useLanguage()
  const text = words.reporting.rules
  const { user } = useMe()
  const { data, error, isLoadingError, refetch } = useQuery(trpc.rules.list.queryOptions())
  if (isLoadingError) return <FaultPanel error={error} onAgain={() => void refetch()} />
  if (!data) return <Loading heights={[76, 640, 220]} />
  return (
    <>
      <PageHead
        title={text.title(data.version, data.settings.length, data.waiting.length)}
        lead={text.lead(periodName(data.half, locale))}
      >
        {user?.role === 'officer' ? (
          <div className={ui.links}>
            <Link to="/rules/propose">{text.propose.title}</Link>
            <Link to="/rules/exclude">{text.exclude.title}</Link>
          </div>
        ) : null}
      </PageHead>
      <div className={ui.stack}>
        {data.waiting.length > 0 ? <ProposedChangesPanel rules={data} /> : null}
        <SettingsTable rules={data} />
        <HistoryPanel rules={data} />
      </div>
    </>
  )
}

export function ProposedChangesPanel({ rules }: { readonly rules: RulesInForce }) {
  const text = useLanguage().words.reporting.rules.waiting
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        {rules.waiting.map((waitingChange) => (
          <div key={waitingChange.change.id} className={styles.change}>
            <ChangeFacts change={waitingChange.change} rules={rules} />
            <DecideChange waitingChange={waitingChange} />
          </div>
        ))}
      </div>
    </Panel>
  )
}

/** Lists every rule and target: meaning, value, start and owner. */
export function SettingsTable({ rules }: { readonly rules: RulesInForce }) {
  const { locale, words } = useLanguage()
  const { table, names, meanings } = words.reporting.rules
  const { columns } = table
  const comingValues = ({ id, unit }: SettingInForce) =>
    rules.coming
      .filter(({ setting }) => setting === id)
      .map(({ value, appliesFrom }) =>
        table.coming(settingText({ unit }, value, words), periodName(appliesFrom, locale)),
      )
  return (
    <Panel title={table.title}>
      <WideTable caption={table.caption} isStacked>
        <ColumnHeads columns={['rule', 'value', 'since', 'owner']} names={columns} />
        <tbody>
          {rules.settings.map((setting) => (
            <tr key={setting.id}>
              <th scope="row" className={styles.rule}>
                {names[setting.id]}
                <p className={ui.soft}>{meanings[setting.id]}</p>
              </th>
              <td data-label={columns.value} className={styles.value}>
                {settingText(setting, setting.value, words)}
                {comingValues(setting).map((line) => (
                  <p key={line} className={ui.soft}>
                    {line}
                  </p>
                ))}
              </td>
              <td data-label={columns.since}>{setting.since ? shortPeriod(setting.since, locale) : table.start}</td>
              <td data-label={columns.owner}>{words.goals.owners[setting.owner]}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

type Step = 'confirm' | 'decline' | 'withdraw'

/** The officer who proposed a change may withdraw it; a second person confirms or declines it. */
export function DecideChange({
  waitingChange: { change, mine, mayDecide },
}: {
  readonly waitingChange: WaitingChange
}) {
  const text = useLanguage().words.reporting.rules
  const { user } = useMe()
  const [stepToConfirm, setStepToConfirm] = useState<Step | null>(null)
  const callbacks = {
    onSettled: () => {
      setStepToConfirm(null)
      void queryClient.invalidateQueries()
    },
  }
  const decide = useMutation(trpc.approval.decide.mutationOptions(callbacks))
  const withdraw = useMutation(trpc.approval.withdraw.mutationOptions(callbacks))
  const runStep = (step: Step) =>
    step === 'withdraw'
      ? withdraw.mutate({ id: change.id })
      : decide.mutate({ id: change.id, approve: step === 'confirm' })
  const error = decide.error ?? withdraw.error
  const isReadOnly = user?.role === 'auditor' || user?.role === 'executive'
  const steps: readonly Step[] = mine ? ['withdraw'] : mayDecide ? ['confirm', 'decline'] : []
  return (
    <>
      {mine ? <p className={ui.soft}>{text.waiting.other}</p> : null}
      {!mine && !mayDecide && !isReadOnly ? <p className={ui.soft}>{text.waiting.notYours}</p> : null}
      {error ? <ErrorNote error={error} /> : null}
      <div className={ui.buttons}>
        {steps.map((step) => (
          <Button
            key={step}
            {...(step === 'confirm' ? {} : { variant: 'default' })}
            onClick={() => setStepToConfirm(step)}
          >
            {text[step].action}
          </Button>
        ))}
      </div>
      {stepToConfirm ? (
        <ConfirmDialog
          title={text[stepToConfirm].title}
          action={text[stepToConfirm].action}
          busy={decide.isPending || withdraw.isPending}
          onConfirm={() => runStep(stepToConfirm)}
          onClose={() => setStepToConfirm(null)}
        >
          <p className={ui.soft}>{text[stepToConfirm].text}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}

interface ChangeFactsProps {
  readonly change: RuleChange
  readonly rules: RulesInForce
}

/** Shows a proposed or decided change with its reason and the two people. */
export function ChangeFacts({ change, rules }: ChangeFactsProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { facts, outcomes } = words.reporting.rules
  const { what, reason, document, proposedBy, proposedAt, decided, number } = change
  // A setting stays in force; a row is excluded for one half-year or for the rest of a year.
  const from = what.kind === 'setting' || isYearly(what.goal) ? facts.from : facts.only
  const verbatim = (text: string) => (
    <span translate="no" key={text}>
      {text}
    </span>
  )
  const signature = (name: string, at: number) => <Signed name={name} day={dayOf(at)} />
  const rows: readonly (readonly [string, ReactNode])[] = [
    ...aboutRows(change, rules, words).map(([name, text]) => [name, verbatim(text)] as const),
    [from, periodName(what.appliesFrom, locale)],
    [facts.reason, verbatim(reason)],
    ...(document ? [[facts.document, verbatim(document)] as const] : []),
    [facts.proposedBy, signature(proposedBy.name, proposedAt)],
    ...(decided ? [[outcomes[decided.outcome], signature(decided.by.name, decided.at)] as const] : []),
    ...(number === null ? [] : [[facts.version, `${rules.version.split('.')[0]}.${number}`] as const]),
  ]
  return (
    <>
      <p className={styles.name}>{changeName(change, words)}</p>
      <Facts facts={rows} />
    </>
  )
}

/** Gives the new and the previous value of a setting, or the excluded row. */
function aboutRows({ what, decided }: RuleChange, rules: RulesInForce, words: Messages): [string, string][] {
  const { facts, rows } = words.reporting.rules
  if (what.kind !== 'setting') {
    const rowName = what.row === null ? rows.onePerson : `${what.label} (${what.row})`
    return [[facts.row, rowName]]
  }
  const setting = rules.settings.find(({ id }) => id === what.setting)
  if (!setting) return []
  const value: [string, string] = [facts.value, settingText(setting, what.value, words)]
  return decided ? [value] : [value, [facts.was, settingText(setting, setting.value, words)]]
}

function Signed({ name, day }: { readonly name: string; readonly day: string }) {
  const { listed } = useLanguage().words.reporting.shell
  return (
    <>
      <span translate="no">{name}</span>
      {listed}
      {day}
    </>
  )
}
