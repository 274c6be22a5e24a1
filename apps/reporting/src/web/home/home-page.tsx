import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { trpc } from '../api.ts'
import { Loading } from '../components/loading.tsx'
import { useMe } from '../me.ts'
import { FirstRun, HealthNotes } from '../on-demand.ts'
import { isManager } from '../people/roles.ts'
import { ShownScorecard } from '../scorecard/shown-scorecard.tsx'
import styles from './home.module.css'
import { HomeView } from './home-view.tsx'

const route = getRouteApi('/inside/')

/** The first page after sign-in: the steps of the first run until they are over, then the half-year of the address. */
export function HomePage() {
  const { period } = route.useSearch()
  const { user } = useMe()
  const isOfficer = user?.role === 'officer'
  const firstRun = useQuery({ ...trpc.firstRun.steps.queryOptions(), enabled: isOfficer })
  if (isOfficer && firstRun.isPending) return <Loading heights={[76, 480]} />
  const guide =
    firstRun.data && !firstRun.data.isOver ? (
      <Suspense fallback={<Loading heights={[76, 480]} />}>
        <FirstRun view={firstRun.data} />
      </Suspense>
    ) : null
  if (guide && !firstRun.data?.hasWave) return guide
  return (
    <>
      {guide ? <div className={styles.notes}>{guide}</div> : null}
      {user && isManager(user.role) ? (
        <Suspense>
          <div className={styles.notes}>
            <HealthNotes />
          </div>
        </Suspense>
      ) : null}
      <ShownScorecard asked={period} render={(scorecard) => <HomeView scorecard={scorecard} />} />
    </>
  )
}
