import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReviewedDocument } from '@wayproof/scorecard/sample/audit-sample'
import type { SampleResult } from '@wayproof/scorecard/sample/sample-result'
import { useState } from 'react'
import { queryClient, type ShownSample, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { figureName } from './figure-name.ts'
import { PlaceLink } from './place-link.tsx'
import { sampleResultText } from './sample-result-text.ts'
import styles from './samples.module.css'

const route = getRouteApi('/inside/samples/$sample')

/** Shows a sample's worksheet: how it was drawn, each row with its documents, and the result. */
export function SheetPage() {
  const { sample: id } = route.useParams()
  const { words } = useLanguage()
  const { user } = useMe()
  const query = useQuery(trpc.sample.show.queryOptions({ sample: id }))
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  if (!query.data) return <Loading heights={[56, 220, 420]} />
  const sample = query.data
  const { figure, standing: progress, frameSize, sealed, rows } = sample
  const text = words.reporting.samples
  const mayFill = user?.role === 'auditor' && sealed === null
  return (
    <>
      <PageHead
        title={text.sheet.title(figureName(figure, words), progress.size)}
        lead={sampleResultText(progress, frameSize, words)}
        trail={[figureName(figure, words)]}
      />
      <div className={ui.stack}>
        <Panel
          title={text.sheet.worksheet}
          actions={
            <span className={styles.files}>
              <a href={`/export/sample/${id}/csv`}>{text.sheet.csv}</a>
              <a href={`/export/sample/${id}/xlsx`}>{text.sheet.xlsx}</a>
            </span>
          }
        >
          {rows ? (
            <ol className={styles.sheet} aria-label={text.sheet.caption}>
              {rows.map((row) => (
                <SheetRow key={`${row.number} ${row.revision}`} sample={id} row={row} mayFill={mayFill} />
              ))}
            </ol>
          ) : (
            <p className={ui.soft}>{text.rows.hidden}</p>
          )}
          {mayFill && progress.done === progress.size ? <SealSample sample={id} /> : null}
        </Panel>
        <Drawing sample={sample} />
      </div>
    </>
  )
}

function Drawing({ sample }: { readonly sample: ShownSample }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { sheet, sides } = words.reporting.samples
  const { total, side, frameSize, drawnBy, drawnAt, seed, frameDigest, sealed } = sample
  return (
    <Panel title={sheet.facts}>
      {sealed ? (
        <div className={styles.sealed}>
          <p translate="no">{sheet.sealed(sealed.by, dayOf(sealed.at))}</p>
          <p className={styles.code} translate="no" data-sample-code>
            {sealed.code}
          </p>
        </div>
      ) : null}
      <Facts
        facts={[
          [sheet.figure, sheet.of(total.numerator, total.denominator)],
          [sheet.from, sheet.frame(sides[side], frameSize)],
          [sheet.by, <Verbatim key="by">{words.reporting.rows.who(drawnBy.name, dayOf(drawnAt))}</Verbatim>],
          [sheet.method, sheet.rule],
          [sheet.seed, <Verbatim key="seed">{seed}</Verbatim>],
          [sheet.digest, <Verbatim key="digest">{frameDigest}</Verbatim>],
        ]}
      />
    </Panel>
  )
}

export function SealSample({ sample }: { readonly sample: string }) {
  const { sheet } = useLanguage().words.reporting.samples
  const [isConfirming, setIsConfirming] = useState(false)
  const seal = useMutation(
    trpc.sample.seal.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <div className={ui.more}>
      {seal.error ? <ErrorNote error={seal.error} /> : null}
      <Button onClick={() => setIsConfirming(true)}>{sheet.seal}</Button>
      {isConfirming ? (
        <ConfirmDialog
          title={sheet.sealTitle}
          action={sheet.seal}
          busy={seal.isPending}
          onClose={() => setIsConfirming(false)}
          onConfirm={() => seal.mutate({ sample })}
        >
          <p className={ui.soft}>{sheet.sealText}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  )
}

interface SheetRowProps {
  readonly sample: string
  readonly row: NonNullable<ShownSample['rows']>[number]
  readonly mayFill: boolean
}

/** Shows one drawn row, its files, and the comparison with them. */
function SheetRow({ sample, row, mayFill }: SheetRowProps) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { sheet, results } = words.reporting.samples
  const { number, drawn: drawnRow, documents, finding } = row
  const haveDocumentsChanged = finding && drawnRow && digests(finding.documents) !== digests(documents)
  return (
    <li className={styles.drawn}>
      <p className={styles.name}>
        {words.reporting.shell.labelled(sheet.row(number), '')}
        {drawnRow ? <span translate="no">{drawnRow.label}</span> : <span className={ui.soft}>{sheet.gone}</span>}
      </p>
      {drawnRow ? (
        <ul className={styles.places}>
          {drawnRow.places.map((place) => (
            <li key={place.register + place.key}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
      ) : null}
      {drawnRow ? <Documents documents={documents} /> : null}
      {haveDocumentsChanged ? (
        <p className={ui.note} data-tone="caution">
          {sheet.changed}
        </p>
      ) : null}
      {finding ? (
        <p>
          <span className={styles.result} data-result={finding.result}>
            {results[finding.result]}
          </span>
          {finding.note ? <span translate="no"> {finding.note}</span> : null}
          <span className={`${ui.soft} ${ui.line}`} translate="no">
            {sheet.seen(finding.by.name, dayOf(finding.at))}
          </span>
        </p>
      ) : mayFill ? null : (
        <p className={ui.soft}>{sheet.open}</p>
      )}
      {mayFill && drawnRow ? <ResultForm sample={sample} row={row} /> : null}
    </li>
  )
}

const digests = (documents: readonly ReviewedDocument[]): string =>
  documents
    .map(({ digest, rowNumber }) => `${digest} ${rowNumber}`)
    .sort()
    .join('\n')

function Documents({ documents }: { readonly documents: readonly ReviewedDocument[] }) {
  const { words } = useLanguage()
  const { sheet } = words.reporting.samples
  if (documents.length === 0) return <p className={ui.soft}>{sheet.noDocument}</p>
  return (
    <ul className={styles.places}>
      {documents.map(({ kind, fileName, digest, rowNumber }) => (
        <li key={`${digest} ${rowNumber}`}>
          <span translate="no">{fileName}</span>{' '}
          <span className={ui.soft}>
            {kind === 'import' && rowNumber !== null ? sheet.imported(rowNumber) : sheet.attachment}
          </span>
          <span className={styles.digest} translate="no">
            {words.reporting.evidence.digest(digest)}
          </span>
        </li>
      ))}
    </ul>
  )
}

const RESULTS = ['agrees', 'differs', 'document-missing'] as const

interface ResultFormProps {
  readonly sample: string
  readonly row: NonNullable<ShownSample['rows']>[number]
}

/** Records how a row compares with its documents; the server refuses to overwrite a newer result. */
function ResultForm({ sample, row: { number, revision, finding } }: ResultFormProps) {
  const { sheet } = useLanguage().words.reporting.samples
  const [result, setResult] = useState<SampleResult | null>(finding?.result ?? null)
  const [note, setNote] = useState(finding?.note ?? '')
  const record = useMutation(
    trpc.sample.record.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  const isNoteMissing = result !== null && result !== 'agrees' && note.trim() === ''
  function submit() {
    if (result) record.mutate({ sample, number, seen: revision, result, note: note.trim() })
  }
  return (
    <Form className={styles.form} onSubmit={submit}>
      <ResultField result={result} onChange={setResult} />
      <TextField
        label={sheet.note}
        value={note}
        maxLength={500}
        fault={isNoteMissing ? sheet.noteMissing : null}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
      <Button
        type="submit"
        variant="default"
        loading={record.isPending}
        aria-label={`${sheet.record} ${sheet.row(number)}`}
      >
        {sheet.record}
      </Button>
      {record.error ? <ErrorNote error={record.error} /> : null}
    </Form>
  )
}

interface ResultFieldProps {
  readonly result: SampleResult | null
  readonly onChange: (result: SampleResult | null) => void
}

/** No result is preselected, because a default could be mistaken for a finding. */
function ResultField({ result, onChange }: ResultFieldProps) {
  const { sheet, results } = useLanguage().words.reporting.samples
  return (
    <NativeSelect
      label={sheet.result}
      {...useFieldFault(result === null ? sheet.chooseResult : null)}
      value={result ?? ''}
      data={[{ value: '', label: sheet.choose }, ...RESULTS.map((value) => ({ value, label: results[value] }))]}
      onChange={({ currentTarget: { value } }) => onChange(RESULTS.find((candidate) => candidate === value) ?? null)}
    />
  )
}
