import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { periodName } from '@wayproof/messages/date-format'
import type { RulesInForce } from '@wayproof/scorecard/rule-changes/list-rules'
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
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ExcludePanel } from './exclude-panel.tsx'
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
