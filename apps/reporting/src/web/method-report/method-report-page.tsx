import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Wave } from '@wayproof/survey/waves/wave'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { Terms } from '../terms/terms.tsx'
import { ShownWave } from '../waves/shown-wave.tsx'
import { WaveTabs, waveTrail } from '../waves/wave-tabs.tsx'
import { Fold } from './fold.tsx'
import styles from './method-report.module.css'
import { SectionParts } from './section-parts.tsx'

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
