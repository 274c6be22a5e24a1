import type {
  ActionOutcome,
  ChainHead,
  FigureChange,
  Lacking,
  RegisterState,
  SampleFault,
  SealFault,
  SealStamp,
} from '@wayproof/scorecard'
import { day, periodName } from '../../date-format.ts'
import { figureText } from '../../figure-text.ts'
import { goals } from '../scorecard/goals.ts'

const figures: Record<FigureChange['figure'], string> = {
  verdict: 'verdict',
  status: 'status',
  value: 'figure',
  counted: 'counted',
  base: 'out of',
  missing: 'short of the target',
  other: 'details behind the figure',
}

const outcomes: Record<ActionOutcome['state'], string> = { done: 'done', 'under-way': 'under way', dropped: 'dropped' }

const people = (n: number) => (n === 1 ? 'one person' : `${n} people`)

/** "Staff training, figure: 92.5% → 93.1%". */
function change(of: FigureChange): string {
  const name = `${goals.names[of.goal]}, ${figures[of.figure]}`
  if (of.figure === 'other') return `${name}: changed`
  const shown = [of.from, of.to].map((value) => figureText(of, value, 'en', goals) ?? 'none')
  return `${name}: ${shown.join(' → ')}`
}

/** Line under a scorecard: time of the seal and number of signers, or that it is not sealed. */
function line(seal: SealStamp | null): string {
  if (seal === null) return 'Not sealed yet: figures may still change.'
  const restated = seal.version > 1 ? `, version ${seal.version}` : ''
  return `Sealed on ${day(seal.sealedOn, 'en')} by ${people(seal.people)}${restated}.`
}

const head = ({ code, number, period }: ChainHead): string =>
  `Seal code: ${code} (seal ${number}, ${periodName(period, 'en')})`

const lacking: Record<Lacking['code'], string> = {
  'wave-open': 'The wave on this half-year is still open.',
  'wave-missing': 'No survey was held on this half-year: it needs a note and an action.',
  'improvement-missing': 'No improvement is chosen from the travelers’ answers.',
  'remedy-missing': 'The goal is red: it needs a note and an action.',
  'outcome-missing': 'What came of the actions of the half-year before is not recorded.',
}

const faults: Record<SealFault, string> = {
  'seal-missing': 'a seal is missing',
  'out-of-order': 'the seal does not stand in its place in the chain',
  'statement-altered': 'the seal does not follow from the one before: its statement or a head was changed',
  'figures-altered': 'a figure was changed',
  'definitions-altered': 'a definition was changed',
  'evidence-altered': 'the digests of the evidence were changed',
  'actions-altered': 'an action was changed',
  'signatures-altered': 'a signature was changed',
  'rule-changed': 'the rules say something else today under the same version',
  'register-altered': 'rows of a register were changed, added or taken away, and no record explains it',
  'tallies-altered': 'the counts of the survey were changed',
  'pages-altered': 'what the watcher saw on published pages was changed',
  'proofs-altered': 'the proofs of deletion were changed',
  'samples-altered': 'a sample sealed before it is gone or was changed',
  'missing-rows-altered': 'the list of missing rows was changed, or rows are gone from it without proof of deletion',
}

const sampleFaults: Record<SampleFault, string> = {
  'sample-missing': 'the sample is missing',
  'sample-altered': 'the sample does not follow from the one before: its statement or a head was changed',
  'sample-row-missing': 'a drawn row is missing',
  'result-altered': 'a result, or the row it is of, was changed',
  'draw-altered': 'seed, rows or figures of the drawing were changed',
}

const registers: Record<RegisterState, string> = {
  unchanged: 'unchanged',
  'changed-since': 'changed since, and every change is recorded',
  'deleted-on-schedule': 'rows deleted on schedule, with proof',
  altered: 'changed, and no record explains it',
}

/** Closing half-years: seals, and what came of verifying them. */
export const closing = {
  change,
  sealed: { line, head },
  lacking,
  outcomes,

  verify: {
    none: 'No half-year is sealed yet.',
    seal: (number: number, period: string, version: number) =>
      `Seal ${number}: ${period}${version > 1 ? `, version ${version}` : ''}`,
    unknownSeal: (number: number) => `Seal ${number}`,
    head: (code: string) => `head ${code}`,
    good: 'holds',
    bad: (faults: readonly string[]) => `DOES NOT HOLD: ${faults.join('; ')}`,
    faults,
    sampleFaults,
    sample: (number: number, of: string | null) => `Sample ${number}${of ? `: ${of}` : ''}`,
    onPaperSample: (code: string, number: number) => `The code on paper is that of sample ${number}. (${code})`,
    register: (name: string, state: RegisterState, deleted: number) =>
      `${name}: ${registers[state]}${state === 'deleted-on-schedule' ? ` (${deleted})` : ''}`,
    holds: 'The chain of seals holds.',
    broken: 'The chain of seals does not hold.',
    askForPaper:
      'That nobody made the whole chain anew, only paper tells: repeat this with --seal and the code from a letter.',
    onPaper: (code: string, number: number) =>
      `The code on paper is that of seal ${number}: nothing up to it was made anew. (${code})`,
    notOnPaper: (code: string) =>
      `No seal has the code on paper. The chain was made anew, or the seal was taken away. (${code})`,
    mistyped: 'This is no code of a seal, or a symbol is mistyped: seven groups of four, as in the foot of a letter.',
    usage:
      'Usage: pnpm verify [--seal CODE] [--data FOLDER] [--json]\nCODE is printed in the foot of a summary letter; FOLDER holds wayproof.db (default: DATA_DIR or ./data).',
  },

  reminder: {
    subject: {
      ended: (period: string) => `Please bring your register up to date: ${period}`,
      frozen: (period: string) => `Please sign your goal: ${period}`,
      signed: (period: string) => `Please close the ${period}`,
    },
    kicker: (period: string) => `Closing · ${period}`,
    headline: {
      ended: 'The half-year is over and is to be closed.',
      frozen: 'The scorecard is frozen and waits for your signature.',
      signed: 'Every owner has signed; the half-year can be closed.',
    },
    goal: (goal: string) => `You answer for the goal “${goal}”.`,
    next: {
      ended: 'Enter what is missing in your register now: after the freeze a correction no longer counts.',
      frozen: 'Look at the figure and its evidence. If they are right, sign; if not, tell the privacy officer.',
      signed: 'Somebody closes who neither froze the scorecard nor signed for a goal.',
    },
    button: 'Open the closing',
    reader: 'You receive this because of your role in the privacy programme.',
  },

  restated: {
    subject: (period: string) => `Restated: privacy scorecard, ${period}`,
    kicker: (period: string, version: number) => `Privacy scorecard · ${period} · version ${version}`,
    headline: 'The scorecard of this half-year has been restated',
    instead: 'Figures in earlier letters that are listed here no longer count; all others stand.',
    why: 'Why it was corrected',
    changes: 'What changed',
    noChange: 'No figure changed.',
    button: 'Open the scorecard',
    sealed: (on: string, code: string) => `Sealed on ${on} · ${code}`,
    reader: 'You receive this because the scorecard of this half-year was sent to you, or its summaries now are.',
  },
}
