import { getRouteApi } from '@tanstack/react-router'
import { ShownScorecard } from '../scorecard/shown-scorecard.tsx'
import { HomeView } from './home-view.tsx'

const route = getRouteApi('/inside/')

/** The first page after sign-in, at the half-year of the address or the default one. */
export function HomePage() {
  return <ShownScorecard asked={route.useSearch().period} render={(scorecard) => <HomeView scorecard={scorecard} />} />
}
