import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState, useSearch } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import type { ReactNode } from 'react'
import { trpc } from '../api.ts'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { inHalfYear, isNoHalfYear, shownHalfYear } from './shown-half-year.ts'

/** Shows the page, or one sentence if its half-year is none, with a link to the usual one. */
export function KnownHalfYear({ children }: { readonly children: ReactNode }) {
  const { locale, words } = useLanguage()
  const { period } = useSearch({ strict: false })
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const { data } = useQuery(trpc.scorecard.periods.queryOptions())
  if (period === undefined || !isNoHalfYear(path, period, data?.available)) return children
  const text = words.reporting.scorecard
  const usual = data && shownHalfYear(path, undefined, data)
  return (
    <PageHead
      title={text.noFigures(periodName(period, locale))}
      lead={
        usual ? (
          <Link to="." search={inHalfYear(usual)}>
            {text.toNewest(periodName(usual, locale))}
          </Link>
        ) : null
      }
    />
  )
}
