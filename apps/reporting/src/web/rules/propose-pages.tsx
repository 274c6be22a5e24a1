import { Button, Checkbox, NativeSelect, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { periodName } from '@wayproof/messages/date-format'
import type { RulesInForce } from '@wayproof/scorecard/rule-changes/list-rules'
import type { RowChoice } from '@wayproof/scorecard/rule-changes/ports'
import type { RowGoal } from '@wayproof/scorecard/rule-changes/rule-change'
import { type ComponentType, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { NotAllowed } from '../components/not-allowed.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { settingText } from './setting-text.ts'

/** An officer proposes a change of a rule or target. */
export function ProposeRulePage() {
  const text = useLanguage().words.reporting.rules.propose
  return <ProposePage title={text.title} lead={text.lead} Form={ProposePanel} />
}

/** An officer proposes to exclude a record, or to include it again. */
export function ExcludeRowPage() {
  const text = useLanguage().words.reporting.rules.exclude
  return <ProposePage title={text.title} lead={text.lead} Form={ExcludePanel} />
}

interface ProposePageProps {
  readonly title: string
  readonly lead: string
  readonly Form: ComponentType<{ readonly rules: RulesInForce }>
}

function ProposePage({ title, lead, Form }: ProposePageProps) {
  const { data, error, isLoadingError, refetch } = useQuery(trpc.rules.list.queryOptions())
  if (useMe().user?.role !== 'officer') return <NotAllowed />
  if (isLoadingError) return <FaultPanel error={error} onAgain={() => void refetch()} />
  if (!data) return <Loading heights={[76, 480]} />
  return (
    <>
      <PageHead title={title} lead={lead} trail={[title]} />
      <Form rules={data} />
    </>
  )
}

export function ProposePanel({ rules }: { readonly rules: RulesInForce }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.rules.propose
  const [id, setId] = useState(rules.settings[0]?.id ?? 'pass-mark')
  const [value, setValue] = useState('')
  const [isYearBefore, setIsYearBefore] = useState(false)
  const [from, setFrom] = useState('')
  const [reason, setReason] = useState('')
  const [document, setDocument] = useState('')
  const propose = useMutation(
    trpc.rules.propose.mutationOptions({
      onSuccess: () => {
        for (const empty of [setValue, setReason, setDocument]) empty('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  const setting = rules.settings.find((candidate) => candidate.id === id)
  if (!setting) return null
  const { lowest, highest, documentedBelow } = setting
  const hasNoValue = setting.unit === 'year' && isYearBefore
  const isWrong =
    !hasNoValue && !(/^\d{1,6}$/.test(value.trim()) && Number(value) >= lowest && Number(value) <= highest)
  const appliesFrom = rules.openHalfYears.find((halfYear) => halfYear === from) ?? rules.half
  const boundText = (bound: number) => settingText(setting, bound, words)
  const hints = [
    text.between(boundText(lowest), boundText(highest)),
    ...(documentedBelow === undefined ? [] : [text.documented(boundText(documentedBelow))]),
  ]
  function submit() {
    const explanation = { reason: reason.trim(), document: document.trim() || null }
    propose.mutate({ setting: id, value: hasNoValue ? null : Number(value), appliesFrom, ...explanation })
  }
  return (
    <Panel title={text.formTitle}>
      <Form className={ui.form} onSubmit={submit}>
        <NativeSelect
          label={text.setting}
          value={id}
          data={rules.settings.map((option) => ({ value: option.id, label: words.reporting.rules.names[option.id] }))}
          onChange={({ currentTarget }) => {
            setId(rules.settings.find((option) => option.id === currentTarget.value)?.id ?? id)
            setValue('')
          }}
        />
        {setting.unit === 'year' ? (
          <Checkbox
            label={text.yearBefore}
            checked={isYearBefore}
            onChange={({ currentTarget: { checked } }) => setIsYearBefore(checked)}
          />
        ) : null}
        {hasNoValue ? null : (
          <TextField
            inputMode="numeric"
            label={text.value}
            description={hints.join(' ')}
            value={value}
            maxLength={6}
            fault={isWrong ? text.wrongValue : null}
            onChange={({ currentTarget }) => setValue(currentTarget.value)}
          />
        )}
        <NativeSelect
          label={text.from}
          description={text.fromHint}
          value={appliesFrom}
          data={rules.openHalfYears.map((period) => ({ value: period, label: periodName(period, locale) }))}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextField
          label={text.reason}
          value={reason}
          maxLength={300}
          fault={reason.trim() === '' ? text.giveReason : null}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <TextField
          label={text.document}
          value={document}
          maxLength={200}
          onChange={({ currentTarget }) => setDocument(currentTarget.value)}
        />
        {propose.error ? <ErrorNote error={propose.error} /> : null}
        <div>
          <Button type="submit" variant="default" loading={propose.isPending}>
            {text.action}
          </Button>
        </div>
        {propose.isSuccess ? <Note>{text.done}</Note> : null}
      </Form>
    </Panel>
  )
}

const GOALS: readonly RowGoal[] = ['policy-publication', 'staff-training', 'partner-audit']
const KINDS = ['exclusion', 'readmission'] as const

/** Proposes to exclude a row from a goal's share, or to include it again. */
function ExcludePanel({ rules }: { readonly rules: RulesInForce }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.rules
  const [kind, setKind] = useState<(typeof KINDS)[number]>('exclusion')
  const [goal, setGoal] = useState<RowGoal>('partner-audit')
  const [row, setRow] = useState<RowChoice | null>(null)
  const [from, setFrom] = useState('')
  const [reason, setReason] = useState('')
  const propose = useMutation(
    trpc.rules.proposeRow.mutationOptions({
      onSuccess: () => {
        setRow(null)
        setReason('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  const halves = rules.openHalfYears.filter((period) => period <= rules.half)
  const appliesFrom = halves.find((half) => half === from) ?? halves.at(-1) ?? rules.half
  function submit() {
    if (row) propose.mutate({ kind, goal, row: row.row, appliesFrom, reason: reason.trim(), document: null })
  }
  return (
    <Panel title={text.exclude.formTitle}>
      <Form className={ui.form} onSubmit={submit}>
        <NativeSelect
          label={text.exclude.what}
          value={kind}
          data={KINDS.map((value) => ({ value, label: text.exclude.kinds[value] }))}
          onChange={({ currentTarget }) =>
            setKind(KINDS.find((candidate) => candidate === currentTarget.value) ?? kind)
          }
        />
        <NativeSelect
          label={text.exclude.goal}
          value={goal}
          data={GOALS.map((value) => ({ value, label: words.goals.names[value] }))}
          onChange={({ currentTarget }) => {
            setGoal(GOALS.find((candidate) => candidate === currentTarget.value) ?? goal)
            setRow(null)
          }}
        />
        <RowPicker key={goal} goal={goal} chosen={row} onChoose={setRow} />
        <NativeSelect
          label={text.exclude.period}
          value={appliesFrom}
          data={halves.map((period) => ({ value: period, label: periodName(period, locale) }))}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextField
          label={text.propose.reason}
          description={text.exclude.reasonHint}
          value={reason}
          maxLength={300}
          fault={reason.trim() === '' ? text.propose.giveReason : null}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {propose.error ? <ErrorNote error={propose.error} /> : null}
        <div>
          <Button type="submit" variant="default" loading={propose.isPending}>
            {text.propose.action}
          </Button>
        </div>
        {propose.isSuccess ? <Note>{text.propose.done}</Note> : null}
      </Form>
    </Panel>
  )
}

const TYPING_PAUSE_MS = 200

interface RowPickerProps {
  readonly goal: RowGoal
  readonly chosen: RowChoice | null
  readonly onChoose: (row: RowChoice | null) => void
}

/** Chooses a record of a goal's register by its name or ID. */
function RowPicker({ goal, chosen, onChoose }: RowPickerProps) {
  const text = useLanguage().words.reporting.rules.exclude
  const [search, setSearch] = useState('')
  const [typed] = useDebouncedValue(search, TYPING_PAUSE_MS)
  // The text of the chosen record stands in the field and is no search.
  const sought = chosen && typed === nameOf(chosen) ? '' : typed
  const { data = [] } = useQuery({
    ...trpc.rules.findRows.queryOptions({ goal, text: sought.slice(0, 64) }),
    placeholderData: keepPreviousData,
  })
  const choices = chosen && !data.some(({ row }) => row === chosen.row) ? [chosen, ...data] : data
  return (
    <Select
      {...useFieldFault(chosen === null ? text.chooseRow : null)}
      searchable
      clearable
      translate="no"
      label={<span translate="yes">{text.row}</span>}
      description={<span translate="yes">{text.rowHint[goal]}</span>}
      data={choices.map((choice) => ({ value: choice.row, label: nameOf(choice) }))}
      // The server has filtered them.
      filter={({ options }) => options}
      nothingFoundMessage={<span translate="yes">{text.noRow}</span>}
      renderOption={({ option }) => <span translate="no">{option.label}</span>}
      value={chosen?.row ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(row) => onChoose(choices.find((choice) => choice.row === row) ?? null)}
    />
  )
}

const nameOf = ({ row, label }: RowChoice): string => `${label} (${row})`
