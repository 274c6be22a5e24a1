import type { Standing, Verdict } from '@wayproof/scorecard'
import { count, percentDigits } from '../number-format.ts'

const number = ['None', 'One', 'Two', 'Three', 'Four', 'Five']

/** How the five goals stand, in one sentence. */
function standing({ met, unknown }: Standing): string {
  const verb = met.length === 1 ? 'is' : 'are'
  const open = unknown.length === 0 ? '' : `; ${number[unknown.length]?.toLowerCase()} cannot be judged`
  return `${number[met.length]} of five goals ${verb} met${open}.`
}

/** What stands behind a goal's verdict, in one sentence. */
function explain(verdict: Verdict): string {
  const { missing } = verdict
  switch (verdict.goal) {
    case 'policy-publication': {
      const { inScope, version } = verdict.figures
      if (inScope === 0) return 'No inventory of platforms.'
      return missing
        ? `${missing} of ${inScope} platforms lack the current policy.`
        : `All ${inScope} platforms show version ${version ?? '–'}.`
    }
    case 'staff-training':
      if (!verdict.share) return 'No staff register.'
      return missing
        ? `${missing} of ${verdict.share.denominator} have not passed.`
        : `All ${verdict.share.denominator} have passed.`
    case 'incident-reduction': {
      const { baselineCount, currentCount, assessmentDone } = verdict.figures
      const chance = verdict.verdict === 'met' && verdict.demonstrated === false ? ' Too few to exclude chance.' : ''
      return `${baselineCount} → ${currentCount} incidents.${assessmentDone ? '' : ' Yearly assessment missing.'}${chance}`
    }
    case 'customer-satisfaction':
      if (verdict.status === 'suppressed') return 'Too few people to show.'
      if (!verdict.figures.n) return 'No answers yet.'
      return verdict.interval
        ? `${count(verdict.figures.n, 'en')} opinions; interval ${percentDigits(verdict.interval.lower)}–${percentDigits(verdict.interval.upper)} %.`
        : `${count(verdict.figures.n, 'en')} opinions.`
    case 'partner-audit': {
      const { due } = verdict.figures
      if (due === 0) return 'No partner is due yet.'
      return missing ? `${missing} of ${due} partners not audited.` : `All ${due} partners audited.`
    }
  }
}

export const letterGoals = { standing, explain }
