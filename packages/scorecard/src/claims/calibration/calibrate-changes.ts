import { shownPeople, shownShare } from '@wayproof/survey/disclosure/shown-share'
import type { GroupFigure } from '../../disclosure/suppress-cells.ts'
import { floorTo, sharesIn } from '../../publish/grain.ts'
import { FINEST_STEP } from '../../publish/published-step.ts'
import { CHANCES, strengthOf } from '../claim.ts'
import { questionChanges } from '../question-changes.ts'
import { differenceClaim, type PublishedShare, publishedDifference, shareChange } from '../share-change.ts'
import { ANSWERS, SHARES } from './calibrate-shares.ts'
import { binomialDraws, type Draw, type Random } from './draws.ts'
import { type Rate, rateOf } from './tally.ts'

/** Questions of the questionnaire besides the headline. */
const QUESTIONS = 8
const SMALLEST_GROUP = 5
const PARTS = sharesIn[FINEST_STEP]

/** Waves of one size in which nothing has changed, and waves in which the headline has changed by what they can find. */
export interface ChangeCell {
  readonly answers: number
  readonly share: number
  /** Waves with any "beyond sampling error" among the headline, the same half of last year and all questions. */
  readonly falseAny: Rate
  readonly falseHeadline: Rate
  /** Found changes of the size that the page names as found by 80 of 100 waves. Null if none is possible. */
  readonly found: Rate | null
}

export function* calibrateChanges(runs: number, random: Random): Generator<ChangeCell> {
  for (const answers of ANSWERS) for (const share of SHARES) yield changeCell(answers, share, runs, random)
}

function changeCell(answers: number, share: number, runs: number, random: Random): ChangeCell {
  const draw = binomialDraws(answers, share)
  const headline = published(Math.round(answers * share), answers)
  const { rise, fall } = shareChange(headline, headline, 'headline', CHANCES.headline).detectable
  const size = rise !== null && share + rise < 1 ? rise : fall === null ? null : -fall
  const changed = size === null ? null : binomialDraws(answers, share + size)
  let [any, one, found] = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const now = published(draw(random), answers)
    const since = published(draw(random), answers)
    const isFirst = isBeyond(since, now, 'headline')
    const isSeason = isBeyond(published(draw(random), answers), now, 'season')
    const questions = Array.from({ length: QUESTIONS }, () => ({
      now: figure(draw, answers, random),
      before: figure(draw, answers, random),
    }))
    const isAny = questionChanges(questions).some((change) => change?.strength === 'demonstrated')
    one += Number(isFirst)
    any += Number(isFirst || isSeason || isAny)
    if (changed) {
      const after = published(changed(random), answers)
      found += Number(isBeyond(since, after, 'headline'))
    }
  }
  return {
    ...{ answers, share, falseAny: rateOf(any, runs), falseHeadline: rateOf(one, runs) },
    found: changed ? rateOf(found, runs) : null,
  }
}

function isBeyond(before: PublishedShare, now: PublishedShare, family: 'headline' | 'season'): boolean {
  const { difference, interval } = publishedDifference(before, now, CHANCES[family])
  return strengthOf(differenceClaim(difference, interval, family)).strength === 'demonstrated'
}

/** The headline of a wave as it is published. */
const published = (satisfied: number, answers: number) =>
  ({ share: floorTo(satisfied / answers, PARTS), effective: answers, parts: PARTS, rounded: 'down' }) as const

/** A question of a wave as it is published. */
function figure(draw: Draw, answers: number, random: Random): GroupFigure {
  const people = shownPeople(answers, SMALLEST_GROUP)
  const topTwo = shownShare(draw(random), answers, people)
  const interval = { lower: 0, upper: 1, level: 0.95 }
  return { kind: 'shown', people, topTwo, interval, withoutOpinion: { kind: 'below', value: 0 } }
}
