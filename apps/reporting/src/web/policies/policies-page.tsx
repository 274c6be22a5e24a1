import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type PolicyPage, trpc } from '../api.ts'
import { Drawer } from '../components/drawer.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { Difference } from './difference.tsx'
import { languagesOf } from './page-groups.ts'
import { PolicyGrid } from './policy-grid.tsx'
import { TextForm } from './text-form.tsx'
import { VersionsPanel } from './versions-panel.tsx'

const route = getRouteApi('/inside/policies')

/** The polling interval while a page waits to be fetched. */
const WAITING_MS = 2000

/** Shows where customers find the policy; the address names the cell that is open. */
export function PoliciesPage() {
  const query = useQuery({
    ...trpc.policy.pages.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ waiting }) => waiting) ? WAITING_MS : false),
  })
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  if (!query.data) return <Loading heights={[56, 320, 240]} />
  return <Policies {...query.data} />
}

function Policies({ pages, checkDays }: { readonly pages: readonly PolicyPage[]; readonly checkDays: number }) {
  const { words } = useLanguage()
  const text = words.reporting.policies
  const { user } = useMe()
  const { surface, language } = route.useSearch()
  const navigate = route.useNavigate()
  const versions = useQuery(trpc.policy.versions.queryOptions())
  const [open, setOpen] = useState<'text' | 'difference' | null>(null)
  const surfaces = new Set(pages.map(({ surfaceId }) => surfaceId))
  const surfacesNotInOrder = new Set(
    pages.filter(({ status }) => status !== 'in-order').map(({ surfaceId }) => surfaceId),
  )
  const byHand = pages.filter(({ manual, status }) => manual !== null && status !== 'in-order').length
  const approved = versions.data ?? []
  const mayAdd = user?.role === 'officer' && approved.length > 0
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
      <PolicyGrid
        pages={pages}
        expected={approved[0]?.version ?? null}
        selected={surface !== undefined && language !== undefined ? { surface, language } : null}
        onSelect={(cell) => void navigate({ search: cell ?? {}, replace: true, resetScroll: false })}
      >
        {versions.isLoadingError ? <FaultPanel error={versions.error} onAgain={() => void versions.refetch()} /> : null}
        {versions.data ? (
          <VersionsPanel versions={approved}>
            {mayAdd ? (
              <LinkButton aria-haspopup="dialog" onClick={() => setOpen('text')}>
                {text.text.title}
              </LinkButton>
            ) : null}
            <LinkButton aria-haspopup="dialog" onClick={() => setOpen('difference')}>
              {text.difference.open}
            </LinkButton>
          </VersionsPanel>
        ) : null}
      </PolicyGrid>
      {open === 'text' ? (
        <Drawer title={text.text.title} onClose={() => setOpen(null)}>
          <TextForm versions={approved} languages={languagesOf(pages)} />
        </Drawer>
      ) : null}
      {open === 'difference' ? (
        <Drawer title={text.difference.title} onClose={() => setOpen(null)}>
          <Difference versions={approved} />
        </Drawer>
      ) : null}
    </>
  )
}
