import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
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
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { figureName } from './figure-name.ts'
import { sampleResultText } from './sample-result-text.ts'
import styles from './samples.module.css'
import { SheetRow } from './sheet-row.tsx'

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
