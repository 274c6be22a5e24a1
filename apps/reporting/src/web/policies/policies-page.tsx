import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type PolicyPage, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { DifferencePanel } from './difference-panel.tsx'
import { PagesPanel } from './pages-panel.tsx'
import { ProofsPage } from './proofs-page.tsx'
import { TextForm } from './text-form.tsx'
import { VersionsPanel } from './versions-panel.tsx'

const route = getRouteApi('/inside/policies')

/** The polling interval while a page waits to be fetched. */
const WAITING_MS = 2000

/** Lists the surfaces that must show the policy, or shows the page that the address names. */
export function PoliciesPage() {
  const { surface: id, language } = route.useSearch()
  const query = useQuery({
    ...trpc.policy.pages.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ waiting }) => waiting) ? WAITING_MS : false),
  })
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  if (!query.data) return <Loading heights={[56, 320, 240]} />
  const { pages, checkDays } = query.data
  const page = pages.find((candidate) => candidate.surfaceId === id && candidate.language === language)
  return page ? <ProofsPage page={page} /> : <Policies pages={pages} checkDays={checkDays} />
}

function Policies({ pages, checkDays }: { readonly pages: readonly PolicyPage[]; readonly checkDays: number }) {
  const { words } = useLanguage()
  const text = words.reporting.policies
  const { user } = useMe()
  const versions = useQuery(trpc.policy.versions.queryOptions())
  const isOfficer = user?.role === 'officer'
  const surfaces = new Set(pages.map(({ surfaceId }) => surfaceId))
  const surfacesNotInOrder = new Set(
    pages.filter(({ status }) => status !== 'in-order').map(({ surfaceId }) => surfaceId),
  )
  const byHand = pages.filter(({ manual }) => manual !== null).length
  return (
    <>
      <PageHead
        title={text.title(surfaces.size - surfacesNotInOrder.size, surfaces.size, byHand)}
        lead={
          pages.length > 0 ? (
            text.lead(checkDays)
          ) : (
            <>
              {text.empty} <Link to="/registers">{words.reporting.shell.registers}</Link>
            </>
          )
        }
      />
      <OpenQuestions page="policies" />
      <div className={ui.stack}>
        {pages.length > 0 ? <PagesPanel pages={pages} isOfficer={isOfficer} /> : null}
        {versions.isLoadingError ? <FaultPanel error={versions.error} onAgain={() => void versions.refetch()} /> : null}
        {versions.data ? <VersionsPanel versions={versions.data} /> : null}
        {versions.data && versions.data.length > 0 && isOfficer ? (
          <TextForm versions={versions.data} languages={[...new Set(pages.map(({ language }) => language))]} />
        ) : null}
        {versions.data ? <DifferencePanel versions={versions.data} /> : null}
      </div>
    </>
  )
}
