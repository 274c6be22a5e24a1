import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Locale } from '@wayproof/kernel/people/locale'
import { shortPeriod } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import type { Term } from '@wayproof/messages/en/scorecard/terms'
import { sharePoints } from '@wayproof/messages/goal-value'
import { count, percent } from '@wayproof/messages/number-format'
import type { Change } from '@wayproof/scorecard/change/change'
import { gapToTarget } from '@wayproof/scorecard/gap/gap-to-target'
import { isYearly } from '@wayproof/scorecard/goals/goal'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { useState } from 'react'
import { trpc, type GoalView as View } from '../api.ts'
import { BridgeLines, BridgePanels } from '../bridge/bridge-panels.tsx'
import { UndoneImports } from '../closing/undone-imports.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { ExcludedPanel } from '../missing-rows/excluded-panel.tsx'
import { Terms } from '../terms/terms.tsx'
import { ChangedClose } from './changed-close.tsx'
import styles from './goal.module.css'
import { GoalPicture } from './goal-picture.tsx'
import { SureDrawer } from './sure-drawer.tsx'

const route = getRouteApi('/inside/goal/$goal')

/** Shows one goal in the half-year of the address, or in the default one. */
export function GoalPage() {
  const { goal } = route.useParams()
  const search = route.useSearch()
  const { home } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const period = search.period ?? home
  const goalQuery = useQuery(trpc.scorecard.goal.queryOptions({ goal, period }))
  if (goalQuery.isLoadingError) return <FaultPanel error={goalQuery.error} onAgain={() => void goalQuery.refetch()} />
  if (!goalQuery.data) return <Loading heights={[100, 64, 340, 240]} />
  return <GoalView view={goalQuery.data} period={period} />
}

/** Frames every goal alike: the result as the title, one sentence, the picture, and the statistics in a drawer. */
function GoalView({ view, period }: { readonly view: View; readonly period: string }) {
  const { words } = useLanguage()
  const [isSureShown, setIsSureShown] = useState(false)
  const { verdict } = view
  return (
    <>
      <PageHead
        title={words.scorecard.title(verdict)}
        lead={`${words.scorecard.definitions[verdict.goal]}${words.reporting.rules.aim(words.scorecard.target(verdict))}`}
        trail={[words.goals.names[verdict.goal]]}
      />
      <ChangedClose verdict={verdict} className={`${ui.note} ${styles.beside}`} />
      <UndoneImports undoneImports={view.undone} />
      <ResultLine verdict={verdict} period={period} onSure={() => setIsSureShown(true)} />
      <KeyFigures verdict={verdict} period={period} />
      <BridgeLines bridges={view.bridges} />
      {verdict.interval ? <Terms terms={termsOf(verdict)} /> : null}
      <div className={styles.picture}>
        <GoalPicture view={view} period={period} />
        <BridgePanels bridges={view.bridges} period={period} />
        {view.excluded.length > 0 ? <ExcludedPanel exclusions={view.excluded} /> : null}
      </div>
      {isSureShown ? <SureDrawer view={view} onClose={() => setIsSureShown(false)} /> : null}
    </>
  )
}

const termsOf = ({ goal }: Verdict): readonly Term[] =>
  goal === 'customer-satisfaction'
    ? ['interval', 'significant', 'weighting', 'effective', 'rate', 'hidden']
    : ['interval', 'significant']

function KeyFigures({ verdict, period }: { readonly verdict: Verdict; readonly period: string }) {
  const language = useLanguage()
  const scorecard = useQuery(trpc.scorecard.forPeriod.queryOptions({ period })).data
  const change = scorecard?.changes.find(({ goal }) => goal === verdict.goal) ?? null
  return (
    <dl className={styles.keys}>
      {keyFigures(verdict, change, language).map(([figure, words]) => (
        <div key={words} className={styles.key}>
          <dt>{words}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

interface ResultLineProps {
  readonly verdict: Verdict
  readonly period: string
  readonly onSure: () => void
}

/**
 * Says what separates the result from the target and what a survey figure rests on, and leads to its statistics and records. Nobody may open travelers'
 * answers, so satisfaction has no link to records.
 */
function ResultLine({ verdict, period, onSure }: ResultLineProps) {
  const { words } = useLanguage()
  const { goal } = verdict
  const beside = [words.scorecard.perBooking(verdict), words.scorecard.claims.quality(verdict)]
  return (
    <div className={styles.result}>
      <div className={styles.evidence}>
        <p>{words.scorecard.gaps.gap(gapToTarget(verdict))}</p>
        {beside.map((line) => (line === null ? null : <p key={line}>{line}</p>))}
      </div>
      <p className={styles.doors}>
        <LinkButton aria-haspopup="dialog" onClick={onSure}>
          {words.reporting.goalPictures.sure}
        </LinkButton>
        {goal === 'customer-satisfaction' ? null : (
          <Link className={ui.quiet} to="/rows/$figure" params={{ figure: goal }} search={{ period }}>
            {words.reporting.samples.rows.goal}
          </Link>
        )}
      </p>
    </div>
  )
}

interface Language {
  readonly locale: Locale
  readonly words: Messages
}

type KeyFigure = readonly [figure: string, words: string]

function interval(verdict: Verdict, { words }: Language): KeyFigure {
  const ends = words.scorecard.interval(verdict)
  return ends
    ? [ends, words.scorecard.intervalNote(verdict)]
    : [words.reporting.shell.none, words.reporting.goal.keys.intervalNone]
}

function change({ goal }: Verdict, change: Change | null, { locale, words }: Language): KeyFigure {
  const text = words.reporting.goal.keys
  if (change?.broken) {
    return [words.reporting.shell.none, text.changeBroken(words.reporting.goal.trend.broken[change.broken])]
  }
  if (!change || change.from === null || change.to === null) return [words.reporting.shell.none, text.changeNone]
  const firm = words.scorecard.claims.change(change)
  const changeLabel = isYearly(goal) ? text.changeOfYear : text.change
  const difference = sharePoints(change.from, change.to, locale)
  return [difference, firm ? words.reporting.shell.labelled(changeLabel, firm) : changeLabel]
}

/** Picks the three figures that carry the verdict. */
export function keyFigures(verdict: Verdict, goalChange: Change | null, language: Language): readonly KeyFigure[] {
  const { locale, words } = language
  const text = words.reporting.goal.keys
  if (verdict.goal === 'incident-reduction') {
    const { currentCount, cap, baselineCount, baselineYear, baselineSoFar = null } = verdict.figures
    const isUnknown = verdict.reason === 'nothing-recorded'
    return [
      isUnknown
        ? [words.reporting.shell.none, words.scorecard.reasons[verdict.reason]]
        : [
            words.scorecard.leaks({ count: currentCount, cap }),
            text.incidentsWords(baselineCount, baselineYear, baselineSoFar),
          ],
      interval(verdict, language),
      // Reductions against different baseline years cannot be subtracted.
      verdict.value === null
        ? [words.reporting.shell.none, text.changeNone]
        : [text.room(cap - currentCount), text.roomWords],
    ]
  }
  const third = change(verdict, goalChange, language)
  if (verdict.goal === 'customer-satisfaction') {
    const { n, withoutOpinion } = verdict.figures
    const withoutShare = withoutOpinion === null ? words.reporting.shell.none : percent(withoutOpinion)
    return [
      interval(verdict, language),
      n === null
        ? [words.reporting.shell.none, words.scorecard.reasons[verdict.reason]]
        : [text.opinions(n), text.opinionsWords(withoutShare)],
      third,
    ]
  }
  const base = verdict.share?.denominator
  const missingCount = verdict.missing ?? 0
  // Training is counted per quarter.
  const labelOf = (label: string) =>
    verdict.goal === 'staff-training'
      ? words.reporting.shell.labelled(shortPeriod(verdict.period, locale), label)
      : label
  return [
    [base === undefined ? words.reporting.shell.none : count(base, locale), labelOf(text.baseWords)],
    [
      count(missingCount, locale),
      labelOf(missingCount === 0 ? text.none : verdict.goal === 'staff-training' ? text.notPassed : text.missing),
    ],
    third,
  ]
}
