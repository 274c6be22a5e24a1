import { getRouteApi } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import { ScorecardView } from './scorecard-view.tsx'
import { ShownScorecard } from './shown-scorecard.tsx'

const route = getRouteApi('/inside/scorecard')

/** Shows the half-year of the address, or the default one. */
export function ScorecardPage() {
  const { words } = useLanguage()
  return (
    <ShownScorecard
      asked={route.useSearch().period}
      render={(scorecard) => (
        <ScorecardView key={words.reporting.shell.scorecard} scorecard={scorecard} period={scorecard.period} />
      )}
    />
  )
}
