import { tippingPoint } from '../satisfaction/tipping-point.ts'
import type {
  EstimateFigures,
  IncidentFigures,
  Interval,
  Pace,
  SatisfactionFigures,
  TrainingFigures,
  Verdict,
  VerdictOf,
} from '../verdict.ts'
import { ceilTo, coarseness, type FigureStep, floorCount, floorTo, ifNotNull, roundTo, sharesIn } from './grain.ts'
import type { PublishedStep } from './published-step.ts'

/** Grain of figures without travelers behind them, and of paces: a tenth of a point. */
const TENTHS = 1_000
/** Trimmed answers are reported in whole groups of the smallest size that may ever be shown. */
const TRIMMED_GROUP = 5

const toTenth = (value: number): number => floorTo(value, TENTHS)

/** Publishes a verdict: its decision is unchanged, its figures are no finer than `step` and a tenth of a point. */
export function publishVerdict(verdict: Verdict, step: PublishedStep): Verdict {
  switch (verdict.goal) {
    case 'customer-satisfaction':
      return step === 'verdict' ? withoutFigure(verdict) : satisfaction(verdict, step)
    case 'incident-reduction':
      return { ...floored(verdict), figures: incidents(verdict.figures) }
    case 'staff-training':
      return { ...floored(verdict), figures: training(verdict.figures) }
    case 'policy-publication':
      return { ...floored(verdict), figures: paced(verdict.figures) }
    case 'partner-audit':
      return { ...floored(verdict), figures: paced(verdict.figures) }
  }
}

/** Both ends are rounded down, so each stays on the side of the target on which it was judged. */
export const flooredInterval = (interval: Interval | null, parts: number): Interval | null =>
  interval && { ...interval, lower: floorTo(interval.lower, parts), upper: floorTo(interval.upper, parts) }

const floored = <V extends Verdict>(verdict: V): V => ({
  ...verdict,
  value: ifNotNull(toTenth, verdict.value),
  interval: flooredInterval(verdict.interval, TENTHS),
})

function satisfaction(verdict: VerdictOf<'customer-satisfaction'>, step: FigureStep): typeof verdict {
  const parts = sharesIn[step]
  const toStep = (share: number | null) => ifNotNull((exactShare) => floorTo(exactShare, parts), share)
  const { figures } = verdict
  const value = toStep(verdict.value)
  return {
    ...verdict,
    value,
    interval: flooredInterval(verdict.interval, parts),
    figures: {
      ...figures,
      step,
      estimate: figures.estimate && estimateFigures(figures.estimate, { step, figures, target: verdict.target }),
      withoutOpinion: toStep(figures.withoutOpinion),
      satisfiedOfAll: toStep(figures.satisfiedOfAll),
    },
  }
}

interface Beside {
  readonly step: FigureStep
  readonly figures: SatisfactionFigures
  readonly target: number
}

function estimateFigures(estimate: EstimateFigures, { step, figures, target }: Beside): EstimateFigures {
  const [parts, times] = [sharesIn[step], coarseness[step]]
  const raw = floorTo(estimate.raw, parts)
  // Based on the published share: with many answers and little nonresponse, the exact one would reveal the exact share.
  const tipping =
    estimate.tippingPoint === null ? null : tippingPoint(raw, figures, { numerator: target, denominator: 1 })
  return {
    weighted: estimate.weighted,
    raw,
    effective: floorCount(estimate.effective, times === 1 ? 1 : times * Math.ceil((figures.n ?? 0) / 100)),
    // A published error is never smaller than the exact one.
    standardError: ifNotNull((error) => ceilTo(error, parts), estimate.standardError),
    designEffect: roundTo(estimate.designEffect, 100 / times),
    trimmed: floorCount(estimate.trimmed, TRIMMED_GROUP * times),
    apart: estimate.apart,
    fullAnswer: flooredInterval(estimate.fullAnswer, parts),
    tippingPoint: ifNotNull((share) => ceilTo(share, parts), tipping),
  }
}

/** Publishes the decision without the number of satisfied people and its precision. */
function withoutFigure(verdict: VerdictOf<'customer-satisfaction'>): typeof verdict {
  const { figures } = verdict
  return {
    ...verdict,
    value: null,
    share: null,
    interval: null,
    figures: { ...figures, step: 'verdict', top2: null, estimate: null, withoutOpinion: null, satisfiedOfAll: null },
  }
}

/** Forecasts in seals of earlier versions, which are no longer published. */
interface SealedForecast {
  readonly probabilityOnTrack?: unknown
  readonly expectedTotal?: unknown
}

function incidents(sealed: IncidentFigures & SealedForecast): IncidentFigures {
  const { probabilityOnTrack: _, expectedTotal: __, ...figures } = sealed
  const { elapsedShare, rateInterval } = figures
  return {
    ...figures,
    countReduction: ifNotNull(toTenth, figures.countReduction),
    rateReduction: ifNotNull(toTenth, figures.rateReduction),
    ...(rateInterval !== undefined && { rateInterval: flooredInterval(rateInterval, TENTHS) }),
    ...(elapsedShare !== undefined && { elapsedShare: toTenth(elapsedShare) }),
  }
}

const training = ({ deciding, quarters }: TrainingFigures): TrainingFigures => ({
  deciding,
  quarters: quarters.map(paced),
})

const paced = <F extends { readonly pace?: Pace }>(figures: F): F =>
  figures.pace ? { ...figures, pace: pace(figures.pace) } : figures

const pace = ({ need, elapsedShare }: Pace): Pace => ({ need, elapsedShare: toTenth(elapsedShare) })
