import type { FigureChange } from '@wayproof/scorecard/closing/figure-change'
import type { MissingStep } from '@wayproof/scorecard/closing/missing-steps'
import type { ActionOutcome } from '@wayproof/scorecard/closing/remedies/remedy'
import type { RegisterState, SealFault } from '@wayproof/scorecard/closing/seals/seal-finding'
import type { SealStamp } from '@wayproof/scorecard/closing/seals/sealed-parts'
import type { ChainHead } from '@wayproof/scorecard/executive-summary'
import type { SampleFault } from '@wayproof/scorecard/sample/sample-seal'
import { day, periodName } from '../../date-format.ts'
import { figureText } from '../../figure-text.ts'
import { goals } from '../scorecard/goals.ts'

const figures: Record<FigureChange['figure'], string> = {
  verdict: 'verdict',
  status: 'status',
  value: 'figure',
  counted: 'numerator',
  base: 'denominator',
  missing: 'shortfall',
  other: 'details behind the figure',
}

const outcomes: Record<ActionOutcome['state'], string> = { done: 'done', 'under-way': 'under way', dropped: 'dropped' }

const people = (n: number) => (n === 1 ? 'one person' : `${n} people`)

/** "Staff training, figure: 92.5% → 93.1%". */
function change(figureChange: FigureChange): string {
  const name = `${goals.names[figureChange.goal]}, ${figures[figureChange.figure]}`
  if (figureChange.figure === 'other') return `${name}: changed`
  const bothFigures = [figureChange.from, figureChange.to].map(
    (value) => figureText(figureChange, value, 'en', goals) ?? 'none',
  )
  return `${name}: ${bothFigures.join(' → ')}`
}

/** Line under a scorecard: time of the seal and number of signers, or that it is not sealed. */
function line(seal: SealStamp | null): string {
  if (seal === null) return 'Not sealed yet: figures may still change.'
  const restated = seal.version > 1 ? `, version ${seal.version}` : ''
  return `Sealed on ${day(seal.sealedOn, 'en')} by ${people(seal.people)}${restated}.`
}

const head = ({ code, number, period }: ChainHead): string =>
  `Seal code: ${code} (seal ${number}, ${periodName(period, 'en')})`

const missingSteps: Record<MissingStep['code'], string> = {
  'wave-open': 'The wave for this half-year is still open.',
  'wave-missing': 'No survey was held: add a note and an action.',
  'improvement-missing': 'No improvement has been chosen from traveler feedback.',
  'remedy-missing': 'The goal is off target: add a note and an action.',
  'outcome-missing': 'The outcomes of last half-year’s actions are not recorded.',
}

const faults: Record<SealFault, string> = {
  'seal-missing': 'a seal is missing',
  'out-of-order': 'the seal is out of order',
  'statement-altered': 'the seal does not match the previous one: its statement or code was changed',
  'figures-altered': 'a figure was changed',
  'definitions-altered': 'a definition was changed',
  'evidence-altered': 'the digests of the evidence were changed',
  'actions-altered': 'an action was changed',
  'signatures-altered': 'a signature was changed',
  'rule-changed': 'the rules differ today under the same version',
  'register-altered': 'register records were changed, added or removed without a logged reason',
  'tallies-altered': 'the counts of the survey were changed',
  'pages-altered': 'the page monitor’s records of published pages were changed',
  'proofs-altered': 'the proofs of deletion were changed',
  'samples-altered': 'a sample sealed earlier is missing or was changed',
  'missing-rows-altered': 'the list of missing records was changed, or records were removed without proof of deletion',
}

const sampleFaults: Record<SampleFault, string> = {
  'sample-missing': 'the sample is missing',
  'sample-altered': 'the sample does not match the previous one: its statement or code was changed',
  'sample-row-missing': 'a drawn record is missing',
  'result-altered': 'a result, or its record, was changed',
  'draw-altered': 'the seed, records or figures of the draw were changed',
}

const registers: Record<RegisterState, string> = {
  unchanged: 'unchanged',
  'added-to': 'changed since; every sealed figure would come out the same today',
  'changed-since': 'changed since: a sealed figure would come out differently today; every change is logged',
  'deleted-on-schedule': 'records deleted on schedule, with proof',
  altered: 'changed without a logged reason',
}

/** Closing half-years: seals, and the results of verifying them. */
export const closing = {
  change,
  sealed: { line, head },
  lacking: missingSteps,
  outcomes,

  verify: {
    none: 'No half-year is sealed yet.',
    seal: (number: number, period: string, version: number) =>
      `Seal ${number}: ${period}${version > 1 ? `, version ${version}` : ''}`,
    unknownSeal: (number: number) => `Seal ${number}`,
    head: (code: string) => `code ${code}`,
    good: 'valid',
    bad: (faults: readonly string[]) => `NOT VALID: ${faults.join('; ')}`,
    faults,
    sampleFaults,
    sample: (number: number, of: string | null) => `Sample ${number}${of ? `: ${of}` : ''}`,
    onPaperSample: (code: string, number: number) => `Code matches sample ${number}. (${code})`,
    register: (name: string, state: RegisterState, deleted: number) =>
      `${name}: ${registers[state]}${state === 'deleted-on-schedule' ? ` (${deleted})` : ''}`,
    holds: 'The seal chain is valid.',
    broken: 'The seal chain is not valid.',
    askForPaper: 'To prove the chain was not rebuilt, run again with --seal and a code from an email.',
    onPaper: (code: string, number: number) => `Code matches seal ${number}; earlier seals are intact. (${code})`,
    notOnPaper: (code: string) => `No seal has this code: the chain was rebuilt or a seal removed. (${code})`,
    mistyped:
      'This is not a valid seal code: 7 groups of 4 characters, as at the end of an email. Check for typing errors.',
    usage:
      'Usage: wayproof verify [--seal CODE] [--data FOLDER] [--json]\nCODE is printed at the end of a summary email. FOLDER holds wayproof.db (default: DATA_DIR or ./data).',
  },

  reminder: {
    subject: {
      ended: (period: string) => `Update your register: ${period}`,
      frozen: (period: string) => `Sign your goal: ${period}`,
      signed: (period: string) => `Close the ${period}`,
    },
    kicker: (period: string) => `Closing · ${period}`,
    headline: {
      ended: 'The half-year has ended: update your register before the freeze.',
      frozen: 'The scorecard is frozen. Sign for your goals.',
      signed: 'All owners have signed.',
    },
    goal: (goal: string) => `You own the goal “${goal}”.`,
    next: {
      ended: 'Add the missing records now: corrections after the freeze do not count.',
      frozen: 'Check the figure and its evidence. If they are right, sign. If not, tell the privacy officer.',
      signed: 'It must be closed by someone who neither froze nor signed.',
    },
    button: 'Open Closing',
    reader: 'You are receiving this because of your role in the privacy program.',
  },

  restated: {
    subject: (period: string) => `Restated: privacy scorecard, ${period}`,
    kicker: (period: string, version: number) => `Privacy scorecard · ${period} · version ${version}`,
    headline: 'The scorecard of this half-year has been restated',
    instead: 'The figures listed replace earlier ones; all others are unchanged.',
    why: 'Why it was corrected',
    changes: 'What changed',
    noChange: 'No figure changed.',
    button: 'Open the scorecard',
    sealed: (on: string, code: string) => `Sealed on ${on} · ${code}`,
    reader: 'You are receiving this because you received this half-year’s scorecard, or now receive its summaries.',
  },
}
