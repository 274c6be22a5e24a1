import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useLocation } from '@tanstack/react-router'
import type { GoalView } from '../api.ts'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import goal from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { MissingLists } from '../missing-rows/missing-lists.tsx'
import { missingPlace } from '../missing-rows/missing-place.ts'
import { CoursePanel } from './course-panel.tsx'
import { NeedsPanel } from './needs-panel.tsx'
import styles from './training.module.css'
import { UnitMatrix } from './unit-matrix.tsx'

const route = getRouteApi('/inside/goal/$goal')

/** Shows training by unit and quarter, or the people who are missing; the address says which. */
export function TrainingPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
  const { words } = useLanguage()
  const text = words.reporting.goalPictures.training
  const { listed } = route.useSearch()
  // Links of the scorecard lead to the list of a quarter.
  const isListAsked = useLocation().hash.startsWith(missingPlace())
  const isListed = listed === 'person' || isListAsked
  const training = useQuery(trpc.scorecard.training.queryOptions({ period }))
  const { verdict } = view
  return (
    <>
      <nav className={styles.switch} aria-label={text.views}>
        {([undefined, 'person'] as const).map((target) => (
          <Link
            key={target ?? 'unit'}
            to="."
            search={({ listed: _, ...search }) => ({ ...search, ...(target && { listed: target }) })}
            hash=""
            resetScroll={false}
            replace
            aria-current={isListed === (target === 'person') ? 'page' : undefined}
          >
            {target ? text.byPerson : text.byUnit}
          </Link>
        ))}
      </nav>
      {isListed ? <MissingLists verdict={verdict} lists={view.missing} /> : null}
      {!isListed && training.isLoadingError ? (
        <FaultPanel error={training.error} onAgain={() => void training.refetch()} />
      ) : null}
      {!isListed && training.isPending ? <Loading heights={[420]} /> : null}
      {!isListed && training.data ? (
        <div className={`${goal.pair} ${styles.pair}`}>
          <UnitMatrix training={training.data} target={verdict.target} />
          <div className={styles.aside}>
            <CoursePanel training={training.data} target={verdict.target} />
            <NeedsPanel lists={view.missing} />
          </div>
        </div>
      ) : null}
    </>
  )
}
