import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Wave } from '@wayproof/survey/waves/wave'
import type { ReactNode } from 'react'
import type { MethodReportSection, MethodReportTable } from '../../server/method-report/method-report.ts'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { Terms } from '../terms/terms.tsx'
import { ShownWave } from '../waves/shown-wave.tsx'
import { WaveTabs, waveTrail } from '../waves/wave-tabs.tsx'
import styles from './method-report.module.css'

const route = getRouteApi('/inside/waves/method-report')

/** Shows how a wave was carried out, for reading, printing and filing. */
export function MethodReportPage() {
  return <ShownWave period={route.useSearch().period}>{({ period }) => <MethodReport period={period} />}</ShownWave>
}

function MethodReport({ period }: Pick<Wave, 'period'>) {
  const { locale, words } = useLanguage()
  const text = words.methodReport
  const query = useQuery(trpc.methodReport.show.queryOptions({ period, locale }))
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  if (!query.data) return <Loading heights={[76, 320, 320]} />
  const { title, lead, sections } = query.data
  return (
    <article className={styles.page}>
      <PageHead title={title} lead={lead} trail={[...waveTrail(period, locale), text.link]}>
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => window.print()}>
            {text.print}
          </Button>
          <Button
            component="a"
            variant="default"
            href={`/export/method-report.html?${new URLSearchParams({ period, locale })}`}
            download
          >
            {text.download}
          </Button>
        </div>
      </PageHead>
      <div className={styles.screen}>
        <WaveTabs period={period} status={null} />
      </div>
      <Terms terms={['interval', 'margin', 'weighting', 'effective', 'rate', 'hidden']} />
      <div className={styles.sections}>
        {sections.map(({ title: name, isFolded, ...section }) =>
          isFolded ? (
            <Fold key={name} title={name}>
              <SectionParts {...section} />
            </Fold>
          ) : (
            <Panel key={name} title={name}>
              <SectionParts {...section} />
            </Panel>
          ),
        )}
      </div>
    </article>
  )
}

interface FoldProps {
  readonly title: string
  readonly children: ReactNode
}

/** A panel that opens on request; a print shows its content. */
export function Fold({ title, children }: FoldProps) {
  return (
    <details className={styles.fold}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div>{children}</div>
    </details>
  )
}

export function SectionParts({ facts, tables, notes }: Omit<MethodReportSection, 'title' | 'isFolded'>) {
  const { sealed } = useLanguage().words.methodReport
  return (
    <>
      {facts.length > 0 ? (
        <dl className={styles.facts}>
          {facts.map(({ name, value, sealed: isSealed }) => (
            <div key={name + value}>
              <dt>{name}</dt>
              <dd>
                {value} {isSealed ? <small className={styles.sealed}>{sealed}</small> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {tables.map((table) => (
        <PlainTable key={table.caption} {...table} />
      ))}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  )
}

function PlainTable({ caption, head, rows, numbers }: MethodReportTable) {
  const isNumber = (at: number) => (numbers.includes(at) ? true : undefined)
  return (
    <div className={styles.table} data-pairs={head.length === 2 ? isNumber(1) : undefined}>
      <h3 className={styles.caption}>{caption}</h3>
      <WideTable caption={caption}>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={name} scope="col" data-number={isNumber(at)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((text, at) =>
                at === 0 ? (
                  <th key={head[at]} scope="row" colSpan={at === row.length - 1 ? head.length - at : 1}>
                    {text}
                  </th>
                ) : (
                  <td key={head[at]} data-number={isNumber(at)}>
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}
