import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { NextWave } from '../opening/next-wave.tsx'
import { OpeningQuestionPanel } from '../opening/opening-question.tsx'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { NoSuchWave } from './no-such-wave.tsx'
import { WavesTable } from './waves-table.tsx'

const route = getRouteApi('/inside/waves')

/** Lists the waves, newest first, and the plan of the next one. */
export function WavesPage() {
  const { locale, words } = useLanguage()
  const search = route.useSearch()
  const { user } = useMe()
  const waves = useQuery(trpc.wave.list.queryOptions())
  const programme = useQuery(trpc.programme.get.queryOptions())
  if (waves.isLoadingError) return <FaultPanel error={waves.error} onAgain={() => void waves.refetch()} />
  if (!waves.data) return <Loading heights={[56, 320, 240]} />
  const newestFirst = [...waves.data].sort((a, b) => (a.period < b.period ? 1 : -1))
  const open = newestFirst.find(({ status }) => status === 'open')
  const name = (period: string | undefined) => (period ? periodName(period, locale) : null)
  const isOfficer = user?.role === 'officer'
  const questions = isOfficer ? (programme.data?.questions ?? []) : []
  const isKnown = [...newestFirst, ...questions].some(({ period }) => period === search.period)
  const missingPeriod = isKnown ? undefined : search.period
  return (
    <>
      <PageHead
        title={words.reporting.waves.title(name(open?.period), name(newestFirst[0]?.period))}
        lead={words.reporting.waves.lead}
      >
        <div className={ui.buttons}>
          <Button variant="default" renderRoot={(props) => <Link to="/waves/questionnaire" {...props} />}>
            {words.reporting.wavePages.questionnaire}
          </Button>
          {isOfficer ? (
            <Button variant="default" renderRoot={(props) => <Link to="/waves/languages" {...props} />}>
              {words.reporting.wavePages.languages}
            </Button>
          ) : null}
          {isOfficer && !open ? (
            <Button renderRoot={(props) => <Link to="/waves/open" {...props} />}>
              {words.reporting.wavePages.opening.title}
            </Button>
          ) : null}
        </div>
      </PageHead>
      <OpenQuestions page="waves" />
      <div className={ui.stack}>
        {programme.data
          ? questions.map((question) => (
              <OpeningQuestionPanel key={question.period} question={question} programme={programme.data.programme} />
            ))
          : null}
        {missingPeriod ? <NoSuchWave period={missingPeriod} newest={newestFirst[0]?.period ?? null} /> : null}
        {newestFirst.length > 0 ? <WavesTable waves={newestFirst} chosen={search.period} /> : null}
        {programme.data ? <NextWave state={programme.data} open={open ?? null} isOfficer={isOfficer} /> : null}
      </div>
    </>
  )
}
